package jp.tsunagu.connector.mailbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.WaitReason;

/** What a mail to a mailbox says: numbers and the address of the window, nothing else. */
final class MailboxText {

  static final String TRIAL_SUBJECT = "【つなぐ】試しのメール";

  private static final String WHERE = "内容は窓口で開いてください。";
  private static final String NO_ANSWER = "このメールに返信しても、だれにも届きません。";

  private MailboxText() {}

  /** Such as 【つなぐ】お知らせ 3件. */
  static String subject(Map<WaitReason, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return "【つなぐ】お知らせ " + all + "件";
  }

  /** Such as 受信 1件、回答の期限が近いもの 2件, and where. */
  static String text(Map<WaitReason, Integer> counts, String window) {
    String told =
        Stream.of(
                WaitReason.ARRIVAL,
                WaitReason.INQUIRY,
                WaitReason.DUE_SOON,
                WaitReason.OVERDUE,
                WaitReason.QUESTION,
                WaitReason.UNANSWERED)
            .filter(counts::containsKey)
            .map(reason -> reason.label() + " " + counts.get(reason) + "件")
            .collect(Collectors.joining("、"));
    return lines(told, "", WHERE, window);
  }

  /** That the way works. */
  static String trial(String window) {
    return lines("つなぐからの知らせが、このアドレスに届きます。", "", "窓口:", window);
  }

  private static String lines(String... lines) {
    return String.join("\n", List.of(lines)) + "\n\n" + NO_ANSWER + "\n";
  }
}
