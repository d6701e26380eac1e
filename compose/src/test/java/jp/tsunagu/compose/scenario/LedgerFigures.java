package jp.tsunagu.compose.scenario;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.report.FlowReport;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.MeetingTable;

/** What the statistics make of one case as it stands in the ledger, by the city's own directory. */
record LedgerFigures(List<CaseEvent> events, CaseFacts facts, NetworkDirectory city) {

  /** Reads the ledger and the directory from the broker. */
  static LedgerFigures of(SingleMachine machine, String caseId) throws InterruptedException {
    var id = CaseId.of(caseId);
    var network = machine.city().network();
    try (var ledger = LedgerReader.fromBeginning(machine.reader(), network);
        var directory =
            new FollowedDirectory(new Topics(network), machine.reader(), Codec.standard())) {
      directory.start();
      var events =
          ledger.toEnd().stream().filter(event -> event.header().caseId().equals(id)).toList();
      if (!directory.awaitCaughtUp(SOON)) {
        throw new IllegalStateException("the directory was not read in time");
      }
      return new LedgerFigures(
          events, FactsFold.evolve(CaseFacts.beforeFirst(id), events), directory.get());
    }
  }

  FigureRules rules() {
    return CityRules.figures(city).orElseThrow();
  }

  Map<BucketKey, Bucket> buckets() {
    var tally = new Tally(rules());
    tally.add(facts);
    return tally.buckets();
  }

  Bucket bucket(String code) {
    return buckets().getOrDefault(BucketKey.of(code), Bucket.EMPTY);
  }

  long count(String code, Measure measure) {
    return bucket(code).count(measure);
  }

  /** 相談の種類 of a year as it is asked for in the summer after it. */
  ConsultationTable consultations(int year, FieldsCounted fields, String... counted) {
    var asOf = LocalDate.of(year + 1, 7, 1).atStartOfDay(TokyoTime.ZONE).toInstant();
    var chosen = counting(agencies(counted), fields, Set.of());
    return ConsultationTable.of(List.of(facts), chosen, new FiscalYear(year), asOf);
  }

  /** The meetings of a year, without some agencies among the participants. */
  MeetingTable meetings(ConferenceKind kind, int year, String... notCounted) {
    var chosen = counting(Set.of(), FieldsCounted.AT_RECEPTION, agencies(notCounted));
    var fiscal = new FiscalYear(year);
    return MeetingTable.of(List.of(facts), chosen, kind, fiscal.first(), fiscal.last());
  }

  /** What the share of coordination was on this day: one row for all, one for each coordinator. */
  Map<String, Long> coordinatedOn(LocalDate day) {
    var report = FlowReport.of(buckets(), day, day, new Labels(city));
    return report.rows().stream()
        .collect(Collectors.toMap(row -> (String) row.get(1), row -> (Long) row.get(6)));
  }

  private CountingRules counting(
      Set<AgencyId> counted, FieldsCounted fields, Set<AgencyId> notInMeetings) {
    var choices =
        new Choices(counted, fields, ReopenedAs.REOPENED, Set.of(), Map.of(), notInMeetings);
    return CityRules.tables(city, choices);
  }

  private static Set<AgencyId> agencies(String... ids) {
    return Arrays.stream(ids).map(AgencyId::new).collect(Collectors.toSet());
  }
}
