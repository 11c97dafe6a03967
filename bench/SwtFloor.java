// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The least that a program with a window can be: one shell, one text. With the word "learn" it closes by itself. */
final class SwtFloor {

    public static void main(String[] words) {
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setText("Floor");
        shell.setLayout(new FillLayout());
        Text text = new Text(shell, SWT.MULTI | SWT.WRAP);
        shell.setSize(800, 600);
        shell.open();
        text.setFocus();
        if (words.length > 0) {
            text.insert("x");
            display.timerExec(1_000, shell::close);
        }
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
    }
}
