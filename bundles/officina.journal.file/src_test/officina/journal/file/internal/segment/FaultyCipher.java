// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;

/** The cipher of this Java with a defect: one bit of what it makes, or is given, is another. */
final class FaultyCipher extends Cipher {

    FaultyCipher() {
        super(new Spi(Frame.cipher()), Frame.cipher().getProvider(), "AES/GCM/NoPadding");
    }

    private static final class Spi extends CipherSpi {

        private final Cipher sound;
        private boolean seals;

        Spi(Cipher sound) {
            this.sound = sound;
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
            try {
                sound.init(mode, key, parameters);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            seals = mode == Cipher.ENCRYPT_MODE;
        }

        @Override
        protected void engineUpdateAAD(byte[] data, int offset, int length) {
            sound.updateAAD(data, offset, length);
        }

        @Override
        protected void engineUpdateAAD(ByteBuffer data) {
            sound.updateAAD(data);
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length) {
            try {
                byte[] given = java.util.Arrays.copyOfRange(input, offset, offset + length);
                if (!seals) {
                    given[0] ^= 1;
                }
                byte[] made = sound.doFinal(given);
                if (seals) {
                    made[made.length - 1] ^= 1;
                }
                return made;
            } catch (javax.crypto.AEADBadTagException e) {
                throw sneaky(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException sneaky(Throwable e) throws T {
            throw (T) e;
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at) {
            byte[] made = engineDoFinal(input, offset, length);
            System.arraycopy(made, 0, output, at, made.length);
            return made.length;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return sound.getOutputSize(length);
        }

        @Override
        protected int engineGetBlockSize() {
            return sound.getBlockSize();
        }

        @Override
        protected byte[] engineGetIV() {
            return sound.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return sound.getParameters();
        }

        @Override
        protected void engineSetMode(String mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineSetPadding(String padding) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
            throw new UnsupportedOperationException();
        }
    }
}
