package jp.tsunagu.connector.agency;

import java.util.Set;

/**
 * The mailbox of an agency's office, told that something waits.
 *
 * @param address one plain mail address
 * @param tell of what
 */
public record Mailbox(String address, Set<WaitReason> tell) {

  /** Keeps an unmodifiable copy. */
  public Mailbox {
    tell = Set.copyOf(tell);
  }

  /** Without the address, so that it is in no log line. */
  @Override
  public String toString() {
    return "Mailbox" + tell;
  }
}
