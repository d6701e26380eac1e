package jp.tsunagu.runtime.broker;

/** How a follower stands to its topic. */
public sealed interface Standing {

  /** Has not reached the end yet that it found when it began. */
  record Reading() implements Standing {}

  /** Has read everything and takes what comes. */
  record Following() implements Standing {}

  /**
   * Waits before a record that its sink cannot take.
   *
   * @param record its place and the reason, nothing of its content
   */
  record Before(String record) implements Standing {}

  /**
   * Cannot read the topic and tries again.
   *
   * @param reason in one line
   */
  record Away(String reason) implements Standing {}

  /**
   * Has read what the broker does not have any more: it was restored to an earlier moment, or the
   * topic was made anew. What was read cannot be forgotten, so it reads no further.
   *
   * @param place where it stood, and where the topic goes on
   */
  record Beyond(String place) implements Standing {}

  /** Was told to stop. */
  record Ended() implements Standing {}

  /** For a person. */
  default String inWords() {
    return switch (this) {
      case Reading() -> "先頭から読み込み中";
      case Following() -> "最新まで読込済み";
      case Before(String record) -> "読めない記録の前で待機中: " + record;
      case Away(String reason) -> "トピックを読めないため再試行中: " + reason;
      case Beyond(String place) ->
          "ブローカーの記録が、読み終えた所より前に戻っています(%s)。このサービスを止めて起動し直してください。記録を初めから読み直します".formatted(place);
      case Ended() -> "停止";
    };
  }
}
