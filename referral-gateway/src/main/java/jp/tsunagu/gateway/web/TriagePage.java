package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Proposals;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.wording.ProposalWords;
import jp.tsunagu.gateway.decision.Parties;
import org.jspecify.annotations.Nullable;

/**
 * To whom a sheet can be given (振り分け): what is known of it from outside, and who fits why, with how
 * much each has before it. Its content is read in the desk's own window, where it is given on.
 *
 * @param place of its case among the desk's pages
 */
record TriagePage(
    ReferralId referral,
    String number,
    String place,
    String sender,
    Standing standing,
    Told told,
    List<Line> candidates,
    AgencyId desk) {

  /**
   * Who has it, and how far it got there.
   *
   * @param isWaiting whether it still waits for its addressee
   * @param isBack whether it was given to somebody who did not take it, and waits for the next one
   * @param answered how it ended there, with the reason; empty where it did not
   */
  record Standing(
      String receiver, String stage, boolean isWaiting, boolean isBack, String answered) {}

  /**
   * What is known of it from outside.
   *
   * @param fields in words; empty where the reader is not told
   * @param area in words; empty where the reader is not told
   * @param until when an answer is expected; none where no clock runs
   */
  record Told(String fields, String area, String urgency, Instant since, @Nullable Instant until) {

    private static Told of(CaseState state, Referral leg, Names names) {
      Consultation consultation = state.consultation();
      Set<Field> fields = consultation == null ? Set.of() : consultation.fields();
      ResponseClock clock = leg.progress().clock();
      return new Told(
          fields.stream().sorted().map(Field::label).collect(Collectors.joining("・")),
          consultation == null ? "" : names.area(consultation.reception().area()).label(),
          leg.urgency().label(),
          leg.progress().sentAt(),
          clock == null ? null : clock.respondBy());
    }
  }

  /**
   * An agency it can be given to.
   *
   * @param reason why it fits, in words; empty where nothing speaks for it in particular
   * @param programmes what it carries out itself; empty for a window that only points
   * @param isDesk whether it is the desk itself
   * @param answered what it answered before in this chain; empty where it was not asked
   */
  record Line(
      String id,
      String name,
      String reason,
      String programmes,
      Workload load,
      @Nullable String dutyContact,
      boolean isDesk,
      String answered) {}

  static TriagePage of(
      Reading reading, CaseState state, Referral leg, Map<AgencyId, Workload> loads, Instant now) {
    Names names = reading.names();
    String number = Names.number(state);
    return new TriagePage(
        leg.referralId(),
        number == null ? "番号なし" : number,
        CasePages.ADDRESS + state.caseId(),
        names.agency(leg.sender()).name(),
        new Standing(
            names.agency(leg.receiver()).name(),
            leg.stage().label(),
            isWaiting(reading, leg),
            Parties.comesBackToTheDesk(state, leg, reading.viewpoint().roll()),
            answered(names.directory(), leg)),
        Told.of(state, leg, names),
        lines(reading, state, leg, loads, now),
        reading.viewpoint().desk());
  }

  /** What somebody answered who did not take it; empty for every other stage. */
  private static String answered(NetworkDirectory directory, Referral leg) {
    return directory
        .reasonOf(leg.stage())
        .map(why -> leg.stage().label() + "(" + why.label() + ")")
        .orElse("");
  }

  /** Whether somebody is to be chosen. */
  public boolean isToBeGiven() {
    return standing.isWaiting() || standing.isBack();
  }

  /** Where the desk gives it on, below its own window. */
  public String form() {
    return "/referrals/" + referral;
  }

  /** A sheet without addressee, and what waits at an agency that has left. */
  private static boolean isWaiting(Reading reading, Referral leg) {
    return leg.stage() instanceof Stage.Submitted
        || (leg.isOpen() && reading.viewpoint().roll().hasLeft(leg.receiver()));
  }

  /** As far as the reader is told: the state was narrowed to what it may see. */
  private static Set<AgencyId> excluded(CaseState state) {
    Protection protection = state.protection();
    return protection == null ? Set.of() : protection.excluded();
  }

  /** Who fits, the most fitting first; then everybody else; the desk itself last. */
  private static List<Line> lines(
      Reading reading, CaseState state, Referral leg, Map<AgencyId, Workload> loads, Instant now) {
    NetworkDirectory directory = reading.names().directory();
    Set<AgencyId> without = new HashSet<>(excluded(state));
    without.add(leg.sender());
    if (!leg.isOpen()) {
      without.add(reading.viewpoint().desk());
    }
    Consultation consultation = state.consultation();
    AreaId area = consultation == null ? null : consultation.reception().area();
    Set<Field> fields = consultation == null ? Set.of() : consultation.fields();
    Map<AgencyId, String> reasons = new LinkedHashMap<>();
    new Proposals(directory, now)
        .of(fields, area, without)
        .forEach(
            proposal ->
                reasons.put(
                    proposal.agency().agencyId(),
                    ProposalWords.reason(proposal, directory, area, reading.today())));
    Map<AgencyId, String> answered = new HashMap<>();
    Stream.concat(Stream.of(leg), state.legsBefore(leg).stream())
        .forEach(each -> answered.putIfAbsent(each.receiver(), answered(directory, each)));
    Stream<Agency> fitting = reasons.keySet().stream().flatMap(id -> directory.agency(id).stream());
    Stream<Agency> others =
        directory.agencies().stream()
            .filter(agency -> agency.participation() == Participation.CONNECTOR)
            .filter(agency -> !reasons.containsKey(agency.agencyId()))
            .filter(agency -> !without.contains(agency.agencyId()))
            .sorted(Comparator.comparing(Agency::isDesk).thenComparing(Agency::agencyId));
    return Stream.concat(fitting, others)
        .map(
            agency ->
                line(
                    agency,
                    reasons.getOrDefault(agency.agencyId(), ""),
                    loads.getOrDefault(agency.agencyId(), Workload.NONE),
                    answered.getOrDefault(agency.agencyId(), "")))
        .toList();
  }

  private static Line line(Agency agency, String reason, Workload load, String answered) {
    return new Line(
        agency.agencyId().value(),
        agency.name(),
        reason,
        AgencyPages.programmes(agency),
        load,
        agency.dutyContact(),
        agency.isDesk(),
        answered);
  }
}
