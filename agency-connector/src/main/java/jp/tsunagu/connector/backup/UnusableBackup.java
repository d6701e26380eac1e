package jp.tsunagu.connector.backup;

import java.io.IOException;

/** A backup that cannot be restored here; its message is for a person. */
public final class UnusableBackup extends IOException {

  private static final long serialVersionUID = 1;

  /** With what is wrong, in Japanese. */
  public UnusableBackup(String message) {
    super(message);
  }
}
