package jp.tsunagu.stats.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.OpenByField;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.Town;

/** The page for the council of a town, from the stories of its cases. */
public final class Council {

  /** What of the fiscal year has passed. */
  public static final Compared DAYS =
      Compared.withYearBefore(Stretch.of(new FiscalYear(2026), LocalDate.of(2027, 1, 10)));

  private static final Instant NOW = CaseStory.tokyo("2027-01-10T10:00");

  private Council() {}

  /** What everybody may know of these cases. */
  public static CouncilFigures of(Collection<CaseStory> stories) {
    Map<BucketKey, Bucket> told =
        Audience.EVERYBODY.of(Figures.of(stories.toArray(CaseStory[]::new)).buckets());
    List<CaseFacts> facts =
        stories.stream().map(CaseStory::facts).filter(Audience.EVERYBODY::counts).toList();
    FiscalYear year = FiscalYear.of(DAYS.now().last());
    return CouncilFigures.of(
        DAYS,
        new CouncilFigures.Sources(
            overview(DAYS.now(), told),
            overview(DAYS.before(), told),
            OpenByField.at(
                CouncilFigures.months(DAYS.now()).stream()
                    .map(day -> day.plusDays(1).atStartOfDay(TokyoTime.ZONE).toInstant())
                    .toList(),
                facts),
            ConsultationTable.of(facts, Town.COUNTING, year, NOW),
            ProgrammeTable.of(facts, Town.COUNTING, year),
            GapRegister.of(facts, DAYS.now().first(), DAYS.now().last())),
        new Labels(NetworkDirectory.EMPTY));
  }

  private static Overview overview(Stretch stretch, Map<BucketKey, Bucket> told) {
    Map<BucketKey, Bucket> months =
        told.entrySet().stream()
            .filter(entry -> stretch.months().contains(entry.getKey().period()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Overview.of(stretch, told, months);
  }
}
