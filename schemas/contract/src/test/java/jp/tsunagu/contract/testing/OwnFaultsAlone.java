package jp.tsunagu.contract.testing;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A wait ends with what it waits for, and not with a thread that dies elsewhere: classes run side
 * by side in one process, and some let threads die on purpose. JUnit finds it by itself.
 */
public final class OwnFaultsAlone implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }
}
