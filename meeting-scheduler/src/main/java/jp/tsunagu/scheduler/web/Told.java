package jp.tsunagu.scheduler.web;

import java.util.Map;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a page says about what was just done. */
final class Told {

  private static final String PENDING = "pending";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(PENDING, "受け付けました。結果はまだ出ていません。少し待ってページを開き直してください。"),
          Map.entry("candidates", "候補日時を出しました。"),
          Map.entry("start", "日時を決めました。"),
          Map.entry("closing", "受付の締切を決めました。"),
          Map.entry("move", "日時を変えました。次第が出ていれば、変更の通知が出ます。"),
          Map.entry("cancel", "会議を中止しました。通知した機関に、取消しの通知が出ます。"),
          Map.entry("admissions", "締切後の相談を入れました。"),
          Map.entry("placements", "議題の順番を記録しました。次第が出ていれば、変わった機関に通知が出ます。"),
          Map.entry("appointments", "委嘱を求めました。構成員になった機関に通知が出ます。"),
          Map.entry("removals", "議題を外しました。"),
          Map.entry("attendance", "開催と出欠を記録しました。"),
          Map.entry("decisions", "決定を記録しました。"),
          Map.entry("minutes", "会議録の完成を記録しました。"),
          Map.entry("called", "会議を開くことにしました。"),
          Map.entry("posted", "郵送したことを記録しました。"),
          Map.entry("resend", "もう一度送ります。"));

  private Told() {}

  /** What became of what a page sent, told at this address. */
  static PagePost.Outcome outcome(ResponseEntity<Object> answer, String address, String done) {
    if (!(answer.getBody() instanceof Problem problem)) {
      return new PagePost.Outcome.Done(address + "?done=" + done);
    }
    return problem.code().equals(ProblemCode.ANSWER_PENDING.code())
        ? new PagePost.Outcome.Done(address + "?done=" + PENDING)
        : new PagePost.Outcome.Refused(problem);
  }

  /** The words for this; none for what is not known. */
  static @Nullable String of(String done) {
    return WORDS.get(done);
  }
}
