// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;

/** One round through all accounts. For one thread. */
public final class Round {

    /** What is more waits for the next round. */
    static final int MOST_MESSAGES = 200;

    static final int MOST_WISHES = 20;

    private final BatchContext context;
    private final MailAccess mail;
    private final Marks marks;
    private final WishReader reader;
    private final Proposal proposal;
    private final List<Failure> troubles = new ArrayList<>();
    private int accounts;
    private int messages;

    public Round(BatchContext context) {
        this.context = context;
        mail = context.mail();
        marks = new Marks(context.kept(), context.language().now());
        reader = new WishReader(context.entities(), context.language());
        proposal = new Proposal(context.project(), context.language());
    }

    /** One account that cannot be read keeps nobody from the others; where none can be, the round fails. */
    public BatchResult run() throws InterruptedException {
        List<String> granted = mail.accounts();
        if (granted.isEmpty()) {
            return BatchResult.of("There is no mail account that it may read.");
        }
        for (String account : granted) {
            try {
                read(account);
                accounts++;
            } catch (FailureException e) {
                if (e.failure().kind() == ErrorKind.INTERNAL) {
                    throw e;
                }
                troubles.add(e.failure());
            }
        }
        if (accounts == 0) {
            throw new FailureException(worst());
        }
        context.keep(marks.kept());
        if (!proposal.isEmpty()) {
            context.propose(proposal.title(), proposal.words(), proposal.steps());
        }
        return new BatchResult(
                summary(),
                List.of(
                        new Count("accounts", accounts),
                        new Count("messages", messages),
                        new Count("to-dos", proposal.size())));
    }

    private void read(String account) throws InterruptedException {
        boolean more = true;
        while (more && messages < MOST_MESSAGES && proposal.size() < MOST_WISHES) {
            MailNews news = mail.news(account, marks.of(account), MailAccess.MOST);
            more = news.more() && !news.messages().isEmpty();
            int read = 0;
            for (MailMessage each : news.messages()) {
                if (proposal.size() >= MOST_WISHES) {
                    break;
                }
                for (Wish wish : reader.read(each)) {
                    proposal.add(wish, each);
                }
                messages++;
                read++;
            }
            boolean all = read == news.messages().size();
            marks.reached(
                    account, all ? news.mark() : behind(news, news.messages().get(read - 1)));
            more &= all;
            context.progress("Read " + messages + " messages");
        }
    }

    private static MailMark behind(MailNews news, MailMessage last) {
        return new MailMark(news.mark().validity(), last.uid(), last.received());
    }

    /** The one that passes by itself first, so that the round is tried again then. */
    private Failure worst() {
        Failure first = troubles.getFirst();
        return troubles.stream().filter(Failure::retryable).findFirst().orElse(first);
    }

    private String summary() {
        String told = messages == 0
                ? "No new mail"
                : messages
                        + (messages == 1 ? " new message" : " new messages")
                        + (proposal.isEmpty() ? ", nothing to be done in " + (messages == 1 ? "it" : "them") : ", ")
                        + (proposal.isEmpty() ? "" : proposal.title().toLowerCase(Locale.ROOT));
        Failure trouble = troubles.isEmpty() ? null : troubles.getFirst();
        return trouble == null ? told : told + ". " + trouble.message();
    }
}
