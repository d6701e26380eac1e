package jp.tsunagu.compose.bench;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;

/**
 * What sealing costs is seen by leaving it out: in this process, for this measurement alone, a
 * provider of AES-GCM that passes bytes on as they are while it is told so. What was passed on is
 * known by a tag of nothing but zeros, so that sealed and unsealed dossiers lie side by side. It
 * holds for everything that the connector encrypts, what lies in its database, too. The key of a
 * pair goes on being wrapped to public keys, once for a hundred dossiers.
 *
 * <p>The product knows no such setting: only who starts the benchmark has this.
 */
final class Unsealed implements AutoCloseable {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final String REAL = "SunJCE";
  private static final String NAME = "TsunaguBenchmark";

  private final AtomicBoolean passing = new AtomicBoolean();

  private Unsealed() {}

  /** From now on ciphers can be told, until it is closed; they encrypt as ever at first. */
  static Unsealed possible() {
    var possible = new Unsealed();
    Security.insertProviderAt(possible.provider(), 1);
    return possible;
  }

  /** One that this process uses where it is asked for by itself alone. */
  static Unsealed apart() {
    return new Unsealed();
  }

  /** Makes the ciphers. */
  Provider provider() {
    return new Passing(passing);
  }

  /** Whether bytes are passed on as they are from now on. */
  void pass(boolean unsealed) {
    passing.set(unsealed);
  }

  @Override
  public void close() {
    passing.set(false);
    Security.removeProvider(NAME);
  }

  private static final class Passing extends Provider {
    private static final long serialVersionUID = 1L;

    Passing(AtomicBoolean passing) {
      super(NAME, "1", "AES-GCM that can be left out of a measurement");
      putService(
          new Service(this, "Cipher", ALGORITHM, MaybeCipher.class.getName(), List.of(), null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              return new MaybeCipher(passing);
            }
          });
    }
  }

  /** The real one, or none. */
  private static final class MaybeCipher extends CipherSpi {
    private static final int TAG = 16;

    private final AtomicBoolean passing;
    private final Cipher real;
    private boolean encrypts;
    private boolean passes;

    MaybeCipher(AtomicBoolean passing) throws NoSuchAlgorithmException {
      this.passing = passing;
      try {
        real = Cipher.getInstance(ALGORITHM, REAL);
      } catch (GeneralSecurityException exception) {
        throw new NoSuchAlgorithmException(exception);
      }
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      encrypts = mode == Cipher.ENCRYPT_MODE;
      passes = encrypts && passing.get();
      if (!passes) {
        real.init(mode, key, parameters, random);
      }
    }

    @Override
    protected void engineUpdateAAD(byte[] source, int offset, int length) {
      if (!passes) {
        real.updateAAD(source, offset, length);
      }
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return passes ? length + TAG : real.getOutputSize(length);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
        throws IllegalBlockSizeException, BadPaddingException {
      if (passes) {
        return Arrays.copyOf(Arrays.copyOfRange(input, offset, offset + length), length + TAG);
      }
      var end = offset + length;
      return !encrypts && isPassedOn(input, offset, end)
          ? Arrays.copyOfRange(input, offset, end - TAG)
          : real.doFinal(input, offset, length);
    }

    private static boolean isPassedOn(byte[] input, int offset, int end) {
      return end - offset >= TAG && Arrays.equals(input, end - TAG, end, new byte[TAG], 0, TAG);
    }

    @Override
    protected int engineDoFinal(
        byte[] input, int offset, int length, byte[] output, int outputOffset)
        throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
      var all = engineDoFinal(input, offset, length);
      if (output.length - outputOffset < all.length) {
        throw new ShortBufferException();
      }
      System.arraycopy(all, 0, output, outputOffset, all.length);
      return all.length;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
      throw new InvalidKeyException("only with parameters");
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
        throws InvalidAlgorithmParameterException {
      throw new InvalidAlgorithmParameterException("only with a specification");
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException("only as a whole");
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int to) {
      throw new UnsupportedOperationException("only as a whole");
    }

    @Override
    protected void engineSetMode(String mode) throws NoSuchAlgorithmException {
      throw new NoSuchAlgorithmException(mode);
    }

    @Override
    protected void engineSetPadding(String padding) throws NoSuchPaddingException {
      throw new NoSuchPaddingException(padding);
    }

    @Override
    protected int engineGetBlockSize() {
      return real.getBlockSize();
    }

    @Override
    protected byte[] engineGetIV() {
      return real.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return real.getParameters();
    }
  }
}
