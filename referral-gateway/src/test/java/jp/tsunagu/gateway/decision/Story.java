package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wording.EventWords;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** One case of 結市 as it goes on: commands and deadlines in, events and inboxes out. */
final class Story {

  private record Received(AgencyId agency, CaseEvent event) {}

  private CaseState state;
  private NetworkDirectory directory = Town.DIRECTORY;
  private Instant now;
  private long commands;
  private final List<CaseEvent> events = new ArrayList<>();
  private final List<ShownConsents.Showing> shown = new ArrayList<>();
  private final List<Received> inboxes = new ArrayList<>();

  private Story(CaseId caseId, Instant now) {
    this.state = CaseState.beforeFirst(caseId);
    this.now = now;
  }

  /** Begins at a time of day in Tokyo, such as {@code 2026-09-03T10:20}. */
  static Story beginning(String time) {
    return new Story(caseId(1), tokyo(time));
  }

  /** The same of the case with this number. */
  static Story beginning(String time, int number) {
    return new Story(caseId(number), tokyo(time));
  }

  static Instant tokyo(String time) {
    return LocalDateTime.parse(time).atZone(TokyoTime.ZONE).toInstant();
  }

  static CaseId caseId(int number) {
    return new CaseId(new UUID(0x7000L, number));
  }

  static ReferralId leg(int number) {
    return new ReferralId(new UUID(0x7000L, number));
  }

  static ConsentId consent(int number) {
    return new ConsentId(new UUID(0x7000L, number));
  }

  static PersonRef person(int number) {
    return new PersonRef(number);
  }

  CaseState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  /** What an agency asks for now, without it being done. */
  Decision tries(AgencyId actor, Function<CommandHeader, CaseCommand> command) {
    return CaseDecider.decide(state, command.apply(header()), context(actor));
  }

  DecisionContext context(AgencyId actor) {
    return new DecisionContext(actor, now, directory, null);
  }

  /** An agency does something, and it takes effect. */
  List<CaseEvent> does(AgencyId actor, Function<CommandHeader, CaseCommand> command) {
    commands++;
    Decision decision = tries(actor, command);
    assertThat(decision).as("%s at %s", actor, now).isInstanceOf(Emit.class);
    List<CaseEvent> emitted = ((Emit) decision).events();
    happen(emitted);
    return emitted;
  }

  /** The same at a time of day in Tokyo; deadlines reached until then are told before. */
  List<CaseEvent> does(String time, AgencyId actor, Function<CommandHeader, CaseCommand> command) {
    timePasses(time);
    return does(actor, command);
  }

  /** An agency asks for something, and it is refused. */
  Refuse isRefused(AgencyId actor, RefusalCode code, Function<CommandHeader, CaseCommand> command) {
    Decision decision = tries(actor, command);
    assertThat(decision).isInstanceOf(Refuse.class);
    assertThat(((Refuse) decision).code()).isEqualTo(code);
    return (Refuse) decision;
  }

  Refuse isRefused(
      String time, AgencyId actor, RefusalCode code, Function<CommandHeader, CaseCommand> command) {
    timePasses(time);
    return isRefused(actor, code, command);
  }

  /** What people of this city call it. */
  String called(CaseEvent event) {
    return EventWords.of(event, directory).label();
  }

  /** In a city that has these records too. */
  Story where(DirectoryRecord... records) {
    directory = directory.with(List.of(records));
    return this;
  }

  /** The lines of these agencies, and of no others, are gone from network.yaml. */
  Story leave(AgencyId... agencies) {
    directory = Town.without(agencies);
    return this;
  }

  Roll roll() {
    return Roll.of(directory);
  }

  /** Time passes; every moment of a response clock until then is told when it comes. */
  Story timePasses(String time) {
    return timePasses(tokyo(time));
  }

  Story timePasses(Instant until) {
    Optional<Instant> due = nextDue(until);
    while (due.isPresent()) {
      now = due.get();
      happen(CaseDecider.due(state, now, 0));
      due = nextDue(until);
    }
    now = until;
    return this;
  }

  private Optional<Instant> nextDue(Instant until) {
    return CaseDecider.nextDue(state).filter(moment -> !moment.isAfter(until));
  }

  private void happen(List<CaseEvent> emitted) {
    for (CaseEvent event : emitted) {
      CaseState before = state;
      state = CaseLifecycle.evolve(state, event);
      shown.addAll(ShownConsents.before(before, state, event, roll()));
      events.add(event);
      for (AgencyId agency : Audience.of(state, event, roll())) {
        inboxes.add(new Received(agency, ToldTo.of(state, event, agency, roll())));
      }
    }
  }

  /** Earlier consents that were shown to this agency when it began to take part. */
  List<Consent> shownTo(AgencyId agency) {
    return shown.stream()
        .filter(showing -> showing.agency().equals(agency))
        .map(ShownConsents.Showing::consent)
        .toList();
  }

  List<CaseEvent> events() {
    return List.copyOf(events);
  }

  /** What this agency was told, in order. */
  List<CaseEvent> inboxOf(AgencyId agency) {
    return inboxes.stream()
        .filter(received -> received.agency().equals(agency))
        .map(Received::event)
        .toList();
  }

  /** The names of what this agency was told. */
  List<String> toldTo(AgencyId agency) {
    return inboxOf(agency).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  /** The last event of a kind as an agency was told it. */
  <E extends CaseEvent> E lastTold(AgencyId agency, Class<E> kind) {
    return inboxes.stream()
        .filter(received -> received.agency().equals(agency) && kind.isInstance(received.event()))
        .map(received -> kind.cast(received.event()))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** Who was told of the events of this kind. */
  Set<AgencyId> whoLearnedOf(Class<? extends CaseEvent> kind) {
    return inboxes.stream()
        .filter(received -> kind.isInstance(received.event()))
        .map(Received::agency)
        .collect(Collectors.toSet());
  }

  Referral referral(int number) {
    return state.referral(leg(number)).orElseThrow();
  }

  static List<String> names(List<CaseEvent> events) {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private CommandHeader header() {
    CommandId commandId = new CommandId(new UUID(0x7000L, commands));
    return new CommandHeader(commandId, state.caseId(), now, now, null, null);
  }

  static CommandHeader phoned(CommandHeader header, String time) {
    return new CommandHeader(
        header.commandId(),
        header.caseId(),
        header.enteredAt(),
        header.occurredAt(),
        tokyo(time),
        header.onBehalfOf());
  }

  static CommandHeader happened(CommandHeader header, String time) {
    return new CommandHeader(
        header.commandId(),
        header.caseId(),
        header.enteredAt(),
        tokyo(time),
        header.phonedAt(),
        header.onBehalfOf());
  }

  static CommandHeader onBehalfOf(CommandHeader header, AgencyId agency) {
    return new CommandHeader(
        header.commandId(),
        header.caseId(),
        header.enteredAt(),
        header.occurredAt(),
        header.phonedAt(),
        agency);
  }
}
