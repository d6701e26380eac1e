package jp.tsunagu.gateway.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PageAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who takes part (機関一覧), for whoever is on the telephone. */
@Controller
final class AgencyPages {

  private final ReadDesk desk;
  private final Clock clock;

  AgencyPages(ReadDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The directory as a page.
   *
   * @param hours when the offices of the city are open today; none on a closed day
   * @param opens the next open day, where today is none
   */
  record AgencyList(String network, @Nullable String hours, LocalDate opens, List<Line> agencies) {}

  /**
   * One agency.
   *
   * @param programmes what it carries out itself; empty for a window that only points
   * @param areas where it works; empty for everywhere
   */
  record Line(
      String id,
      String name,
      String kind,
      String programmes,
      String areas,
      String participation,
      @Nullable String dutyContact) {}

  @GetMapping("/desk/agencies")
  Object agencies(Caller caller) {
    return PageAnswers.of(
        desk.read(caller, reading -> ResponseEntity.ok(list(reading.names()))),
        AgencyList.class,
        page -> new ModelAndView("desk/agencies", Map.of("page", page)));
  }

  private AgencyList list(Names names) {
    NetworkDirectory directory = names.directory();
    LocalDate today = TokyoTime.dateOf(clock.instant());
    OfficeHours hours = names.settings().answering().officeHours();
    boolean open = directory.officeCalendar().isOpenDay(today);
    return new AgencyList(
        names.settings().name(),
        open ? DateWords.span(hours.opens(), hours.closes()) : null,
        directory.officeCalendar().openDayOnOrAfter(today),
        directory.agencies().stream()
            .sorted(Comparator.comparing(Agency::kind).thenComparing(Agency::agencyId))
            .map(agency -> line(agency, directory))
            .toList());
  }

  private static Line line(Agency agency, NetworkDirectory directory) {
    return new Line(
        agency.agencyId().value(),
        agency.name(),
        agency.kind().label(),
        programmes(agency),
        agency.work().areas().stream()
            .sorted()
            .map(directory::nameOf)
            .collect(Collectors.joining("、")),
        agency.participation().label(),
        agency.dutyContact());
  }

  /** What an agency carries out itself; empty for a window that only points. */
  static String programmes(Agency agency) {
    return agency.work().programmes().stream()
        .sorted()
        .map(programme -> programme.number() + " " + programme.label())
        .collect(Collectors.joining("、"));
  }
}
