package jp.tsunagu.stats.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.CaseName;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Cell;
import jp.tsunagu.stats.figure.Contribution;
import jp.tsunagu.stats.figure.Contributions;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfProtected;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Retention;
import jp.tsunagu.stats.figure.Timed;

/** The ids behind any figure, and those left out with the reason. */
public final class Explanation {

  private static final String SECRET = "保護案件のため、案件は非公開";

  private Explanation() {}

  /**
   * Which cases and referrals a figure counts.
   *
   * @param wanted the buckets the figure adds up
   */
  public static Report of(
      Iterable<CaseFacts> facts, FigureRules rules, Predicate<BucketKey> wanted, Measure measure) {
    List<List<Object>> rows = new ArrayList<>();
    for (CaseFacts one : facts) {
      for (Contribution contribution : Contributions.of(one, rules.desk())) {
        contribution.addTo(
            rules.workingTime(),
            Retention.EVERYTHING,
            (key, cells) ->
                cells.stream()
                    .filter(
                        timed -> timed.cell().measure() == measure && isIn(key, measure, wanted))
                    .forEach(timed -> rows.add(row(key, timed, one, contribution.subject()))));
      }
      if (!one.everProtected()) {
        addLeftOut(rows, one, measure);
      }
    }
    return new Report(
        "explanation",
        measure.label() + "の内訳",
        Report.columns(
            "bucket",
            "集計の単位",
            "time",
            "時間の種類",
            "minutes",
            "時間(分)",
            "caseNumber",
            "案件番号",
            "caseId",
            "案件ID",
            "referralId",
            "連絡番号",
            "excluded",
            "数えない理由"),
        rows);
  }

  /**
   * A protected case is in what is told of the whole, and in no part of it. Times stand by urgency:
   * those of the whole are all of them.
   */
  private static boolean isIn(BucketKey key, Measure measure, Predicate<BucketKey> wanted) {
    BucketKey told = Audience.told(key);
    return (!(told.dimension() instanceof OfProtected) && wanted.test(told))
        || (measure.kind() == Measure.Kind.DURATION
            && TimesReport.isPartOfAll(key.dimension())
            && wanted.test(ofWhole(key)));
  }

  private static BucketKey ofWhole(BucketKey key) {
    return new BucketKey(key.period(), new All());
  }

  private static List<Object> row(BucketKey key, Timed timed, CaseFacts facts, UUID subject) {
    Cell cell = timed.cell();
    if (facts.everProtected()) {
      return List.of(ofWhole(key).code(), cell.time().label(), "", "", "", "", SECRET);
    }
    CaseName name = facts.name();
    boolean isCase = subject.equals(name.id().value());
    return List.of(
        key.code(),
        cell.time().label(),
        minutes(timed),
        name.writtenNumber(),
        name.id().toString(),
        isCase ? "" : subject.toString(),
        "");
  }

  private static Object minutes(Timed timed) {
    return timed.cell().measure().kind() == Measure.Kind.DURATION
        ? (Object) TimesReport.minutes(Duration.ofMillis(timed.milliseconds()))
        : "";
  }

  /** Times that end before they begin were entered wrongly: they are in no figure. */
  private static void addLeftOut(List<List<Object>> rows, CaseFacts facts, Measure measure) {
    if (measure.kind() != Measure.Kind.DURATION) {
      return;
    }
    for (Leg leg : facts.legs()) {
      for (Step step : List.of(Step.ARRIVED, Step.OPENED, Step.ANSWERED, Step.FIRST_CONTACT)) {
        Instant when = leg.at(step);
        if (when != null && Duration.between(leg.sentAt(), when).isNegative()) {
          rows.add(
              List.of(
                  "",
                  "",
                  "",
                  facts.name().writtenNumber(),
                  facts.caseId().toString(),
                  leg.referralId().toString(),
                  "送付より前の時刻が記録されている(" + step.name() + ")"));
        }
      }
    }
  }
}
