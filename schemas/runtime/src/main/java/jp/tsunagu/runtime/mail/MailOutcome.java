package jp.tsunagu.runtime.mail;

/** What became of a mail; none of them holds an address. */
public sealed interface MailOutcome {

  /** Which mail. */
  MessageId messageId();

  /** The server took it over. */
  record Sent(MessageId messageId) implements MailOutcome {}

  /** It will not go out like this: a person has to correct something, or to post a letter. */
  record Rejected(MessageId messageId, Problem problem) implements MailOutcome {}

  /** Not now; try again after {@link MailBackOff#after}. */
  record Unreachable(MessageId messageId, Obstacle obstacle) implements MailOutcome {}

  /** What has to be corrected. */
  enum Problem {
    ADDRESS_MALFORMED("メールアドレスの形が正しくありません"),
    ADDRESS_REFUSED("宛先のメールサーバーが、このアドレスを受け付けません"),
    MESSAGE_REFUSED("メールサーバーが、このメールを受け付けません");

    private final String label;

    Problem(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** What stands in the way. */
  enum Obstacle {
    NO_CONNECTION("メールサーバーにつながりません"),
    LOGIN_REFUSED("メールサーバーにログインできません"),
    TRY_AGAIN("メールサーバーが、あとで送るよう求めています");

    private final String label;

    Obstacle(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }
}
