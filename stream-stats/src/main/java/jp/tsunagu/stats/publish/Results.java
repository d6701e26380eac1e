package jp.tsunagu.stats.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.report.Window;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.Answer.Found;
import jp.tsunagu.stats.view.FigureView;

/** What is published, counted from the figures as they are now; by statistic and record key. */
public final class Results {

  private final FigureView view;
  private final Supplier<NetworkDirectory> city;
  private final Choices choices;
  private final Clock clock;

  /** Results of this view. */
  public Results(FigureView view, Supplier<NetworkDirectory> city, Choices choices, Clock clock) {
    this.view = view;
    this.city = city;
    this.choices = choices;
    this.clock = clock;
  }

  /** 担当件数 now. */
  Answer<SortedMap<String, PublishedCaseload>> caseload() {
    List<Dimension> parts = new ArrayList<>(areasAndUrgencies());
    city.get().everyAgency().stream()
        .map(Agency::agencyId)
        .map(Dimension.OfAgency::new)
        .forEach(parts::add);
    Stream.of(Field.values()).map(Dimension.OfField::new).forEach(parts::add);
    return view.buckets(Range.now(), Audience.EVERYBODY)
        .then(now -> new Found<>(PublishedCaseload.of(now, parts)));
  }

  /** 回答の状況 of seven days. */
  Answer<SortedMap<String, PublishedAnswers>> answers() {
    return week()
        .then(days -> new Found<>(PublishedAnswers.of(days, areasAndUrgencies(), today())));
  }

  /** 所要時間 of seven days. */
  Answer<SortedMap<String, PublishedTimes>> times() {
    return week().then(days -> new Found<>(PublishedTimes.of(days, today())));
  }

  /** 相談の種類 of this fiscal year. Reads every case. */
  Answer<SortedMap<String, PublishedConsultations>> consultations() {
    return view.ofFacts(
        Audience.EVERYBODY,
        facts ->
            PublishedConsultations.of(
                ConsultationTable.of(
                    facts,
                    CityRules.tables(city.get(), choices),
                    FiscalYear.of(clock.instant()),
                    clock.instant())));
  }

  private Answer<Map<BucketKey, Bucket>> week() {
    return view.buckets(Window.SEVEN_DAYS.range(clock.instant()), Audience.EVERYBODY);
  }

  private List<Dimension> areasAndUrgencies() {
    List<Dimension> parts = new ArrayList<>();
    Stream.of(Urgency.values()).map(Dimension.OfUrgency::new).forEach(parts::add);
    city.get().settings().stream()
        .flatMap(settings -> settings.areas().stream())
        .map(area -> new Dimension.OfArea(area.areaId()))
        .forEach(parts::add);
    return parts;
  }

  private String today() {
    LocalDate today = TokyoTime.dateOf(clock.instant());
    return today.toString();
  }
}
