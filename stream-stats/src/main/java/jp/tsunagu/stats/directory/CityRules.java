package jp.tsunagu.stats.directory;

import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.ClosedPeriod;
import jp.tsunagu.contract.calendar.HolidayFile;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Holiday;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.WorkingTime;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.Programme;

/** The rules of counting that follow from the directory and from what an operator chose. */
public final class CityRules {

  /** Who carries out 第1号 unless the operator says otherwise: the four kinds the law names. */
  private static final Set<AgencyKind> COMPREHENSIVE =
      EnumSet.of(
          AgencyKind.COMMUNITY_SUPPORT,
          AgencyKind.DISABILITY_CONSULTATION,
          AgencyKind.CHILD_AND_FAMILY,
          AgencyKind.POVERTY_COUNTER);

  private CityRules() {}

  /** What figures depend on; empty until the network has been published. */
  public static Optional<FigureRules> figures(NetworkDirectory city) {
    return city.settings()
        .map(
            settings ->
                new FigureRules(
                    settings.deskId(),
                    new WorkingTime(
                        new OfficeCalendar(
                            holidays(city.holidayOverrides()),
                            new OfficeHours(
                                settings.officeHours().opens(),
                                settings.officeHours().closes(),
                                OfficeHours.standard().days()),
                            true,
                            List.of(ClosedPeriod.YEAR_END)))));
  }

  /** The rules of the tables: the choices, with the desk where nobody was chosen. */
  public static CountingRules tables(NetworkDirectory directory, Choices choices) {
    Set<AgencyId> desk =
        directory.settings().map(settings -> Set.of(settings.deskId())).orElse(Set.of());
    Map<AgencyId, Programme> programmes =
        directory.everyAgency().stream()
            .filter(agency -> COMPREHENSIVE.contains(agency.kind()))
            .collect(
                Collectors.toMap(
                    Agency::agencyId,
                    _ -> Programme.COMPREHENSIVE_SUPPORT,
                    (one, _) -> one,
                    HashMap::new));
    programmes.putAll(choices.programmes());
    return new CountingRules(
        choices.countedAgencies().isEmpty() ? desk : choices.countedAgencies(),
        choices.fieldsCounted(),
        choices.reopenedAs(),
        choices.windows().isEmpty() ? desk : choices.windows(),
        programmes,
        fields(directory),
        choices.notCountedInMeetings());
  }

  private static Map<AgencyId, StatisticsField> fields(NetworkDirectory directory) {
    return directory.everyAgency().stream()
        .collect(Collectors.toMap(Agency::agencyId, Agency::statisticsField, (one, _) -> one));
  }

  private static JapaneseHolidays holidays(Optional<HolidayOverrides> overrides) {
    return overrides
        .map(CityRules::years)
        .map(years -> JapaneseHolidays.calculated().replacedBy(new HolidayFile.Usable(years)))
        .orElseGet(JapaneseHolidays::calculated);
  }

  private static Map<Year, SortedMap<LocalDate, String>> years(HolidayOverrides overrides) {
    return overrides.holidays().stream()
        .collect(
            Collectors.groupingBy(
                holiday -> Year.from(holiday.date()),
                Collectors.toMap(
                    Holiday::date, Holiday::name, (one, _) -> one, CityRules::sorted)));
  }

  private static SortedMap<LocalDate, String> sorted() {
    return new TreeMap<>();
  }
}
