package jp.tsunagu.stats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfProtected;
import jp.tsunagu.stats.figure.Dimension.OfReason;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Stage;

/** The reports of what is going on: caseload, answers, outcomes. */
public final class LiveReports {

  /** Reasons that tell of what the city lacks; they come first. */
  private static final List<String> SHORTAGES = List.of("NO_CAPACITY", "OUT_OF_AREA");

  private static final List<Measure> OUTCOMES =
      List.of(
          Measure.HANDED_BACK,
          Measure.SENT_BACK,
          Measure.DECLINED,
          Measure.FORWARDED,
          Measure.WITHDRAWN,
          Measure.PING_PONG);

  private LiveReports() {}

  /** 担当件数: what is open, due soon and overdue now, and at which stage. */
  public static Report caseload(Map<BucketKey, Bucket> now, Labels labels) {
    return caseload(caseloadRows(now, labels));
  }

  /**
   * The same with rows per kind of agency, each the sum over its agencies: a joint case counts for
   * both. Right only where the figures of all agencies are there.
   */
  public static Report caseloadWithKinds(Map<BucketKey, Bucket> now, Labels labels) {
    List<List<Object>> rows = caseloadRows(now, labels);
    Figures.grouped(
            Figures.byDimension(now, OfAgency.class::isInstance),
            where -> kind(((OfAgency) where).agency(), labels))
        .forEach((kind, bucket) -> rows.add(caseload(kind.code(), kind.label(), bucket)));
    return caseload(rows);
  }

  private record Kind(String code, String label) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return code.compareTo(other.code);
    }
  }

  private static Kind kind(AgencyId agency, Labels labels) {
    return new Kind("kind/" + labels.kind(agency).name(), labels.kind(agency).label());
  }

  private static Report caseload(List<List<Object>> rows) {
    List<Report.Column> columns =
        new ArrayList<>(
            Report.columns(
                "dimension",
                "区分",
                "name",
                "名称",
                "openCases",
                Measure.OPEN_CASES.label(),
                "dueSoon",
                Measure.DUE_SOON.label(),
                "overdue",
                Measure.OVERDUE.label()));
    Stream.of(Stage.values())
        .map(stage -> new Report.Column(stage.name(), stage.label()))
        .forEach(columns::add);
    return new Report("caseload", "担当件数(現在)", columns, rows);
  }

  private static List<List<Object>> caseloadRows(Map<BucketKey, Bucket> now, Labels labels) {
    List<List<Object>> rows = new ArrayList<>();
    Figures.byDimension(now, where -> !(where instanceof OfProtected))
        .forEach((where, bucket) -> rows.add(caseload(where.code(), labels.of(where), bucket)));
    return rows;
  }

  private static List<Object> caseload(String code, String name, Bucket bucket) {
    List<Object> row =
        new ArrayList<>(
            List.of(
                code,
                name,
                bucket.count(Measure.OPEN_CASES),
                bucket.count(Measure.DUE_SOON),
                bucket.count(Measure.OVERDUE)));
    Stream.of(Stage.values()).map(bucket::count).forEach(row::add);
    return row;
  }

  /** What became of referrals by the days of sending; never by agency. */
  public static Report answers(Map<BucketKey, Bucket> days, Labels labels) {
    List<List<Object>> rows = new ArrayList<>();
    Figures.byDimension(
            days,
            where -> where instanceof All || where instanceof OfUrgency || where instanceof OfArea)
        .forEach((where, bucket) -> rows.add(answers(where, bucket, labels)));
    return new Report(
        "answers",
        "回答の状況(送付日別)",
        Report.columns(
            "dimension",
            "区分",
            "name",
            "名称",
            "sent",
            Measure.SENT.label(),
            "answered",
            Measure.ANSWERED.label(),
            "acknowledgedOnly",
            Measure.ACKNOWLEDGED_ONLY.label(),
            "noAnswer",
            Measure.NO_ANSWER.label(),
            "acknowledgedOnlyShare",
            "受領のみの割合",
            "noAnswerShare",
            "応答なしの割合",
            "becameOverdue",
            Measure.BECAME_OVERDUE.label()),
        rows);
  }

  private static List<Object> answers(Dimension where, Bucket bucket, Labels labels) {
    long sent = bucket.count(Measure.SENT);
    long acknowledged = bucket.count(Measure.ACKNOWLEDGED_ONLY);
    long silent = bucket.count(Measure.NO_ANSWER);
    return List.of(
        where.code(),
        labels.of(where),
        sent,
        bucket.count(Measure.ANSWERED),
        acknowledged,
        silent,
        share(acknowledged, sent),
        share(silent, sent),
        bucket.count(Measure.BECAME_OVERDUE));
  }

  /** How referrals ended: つなぎ戻し apart, then reasons with shortages first, without names. */
  public static Report outcomes(Map<BucketKey, Bucket> days, Labels labels) {
    List<List<Object>> rows = new ArrayList<>();
    Bucket all =
        Figures.byDimension(days, All.class::isInstance).values().stream()
            .reduce(Bucket.EMPTY, Bucket::plus);
    OUTCOMES.forEach(
        measure -> rows.add(List.of(measure.name(), measure.label(), "", all.count(measure))));
    Figures.byDimension(days, OfReason.class::isInstance).entrySet().stream()
        .sorted(Comparator.comparing(entry -> rank((OfReason) entry.getKey())))
        .forEach(entry -> addReason(rows, (OfReason) entry.getKey(), entry.getValue(), labels));
    return new Report(
        "outcomes",
        "連絡の結果",
        Report.columns(
            "outcome",
            Heading.OUTCOME.label(),
            "name",
            "名称",
            "reason",
            Heading.REASON.label(),
            "count",
            "件数"),
        rows);
  }

  private static int rank(OfReason reason) {
    int shortage = SHORTAGES.indexOf(reason.reason());
    return shortage < 0 ? SHORTAGES.size() : shortage;
  }

  private static void addReason(
      List<List<Object>> rows, OfReason reason, Bucket bucket, Labels labels) {
    for (Measure measure : List.of(Measure.DECLINED, Measure.SENT_BACK)) {
      if (bucket.count(measure) > 0) {
        rows.add(
            List.of(
                measure.name(),
                measure.label(),
                labels.reason(reason.reason()),
                bucket.count(measure)));
      }
    }
  }

  static double share(long part, long whole) {
    return whole == 0 ? 0.0 : Math.round(1000.0 * part / whole) / 1000.0;
  }
}
