package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/** What an agency tries to do in a case. */
record Attempt(CaseState state, CommandHeader header, DecisionContext context) {

  /** Makes an event from its header. */
  @FunctionalInterface
  interface EventMaker {
    CaseEvent with(EventHeader header);
  }

  /** The same in the case as it is after some of it. */
  Attempt in(CaseState after) {
    return new Attempt(after, header, context);
  }

  /** The same with other times. */
  Attempt under(CommandHeader other) {
    return new Attempt(state, other, context);
  }

  AgencyId actor() {
    return context.actor();
  }

  Instant now() {
    return context.now();
  }

  Optional<NetworkSettings> settings() {
    return context.directory().settings();
  }

  /** The desk; {@link AgencyId#GATEWAY}, who is nobody, before the settings are known. */
  AgencyId desk() {
    return settings().map(NetworkSettings::deskId).orElse(AgencyId.GATEWAY);
  }

  Roll roll() {
    return Roll.of(context.directory());
  }

  Optional<Agency> agency(AgencyId id) {
    return context.directory().agency(id);
  }

  /** The code of a list of the city; a code that is not on it cannot be chosen. */
  Optional<Reason> reason(CodeList list, String code) {
    return context.directory().reason(list, code);
  }

  /** Whether the city has this form of its own. */
  boolean hasForm(FormRef form) {
    return context.directory().cityForm(form.formId()).isPresent();
  }

  /** Whether it takes part without a connector. */
  boolean isOnPaper(AgencyId id) {
    return agency(id).filter(one -> one.participation() == Participation.PAPER).isPresent();
  }

  boolean isRegistered(AgencyId id) {
    return agency(id).isPresent();
  }

  /** The participant on paper for whom the actor records (代行入力). */
  Optional<AgencyId> representedOnPaper() {
    return Optional.ofNullable(header.onBehalfOf())
        .flatMap(this::agency)
        .filter(agency -> agency.participation() == Participation.PAPER)
        .map(Agency::agencyId);
  }

  /** Today in Tokyo. */
  LocalDate today() {
    return TokyoTime.dateOf(now());
  }

  ResponseClock clock(Urgency urgency) {
    return ResponseClocks.of(urgency, context);
  }

  /** Until the offices close on this day. */
  ResponseClock clockUntil(LocalDate day) {
    return ResponseClocks.until(day, context);
  }

  /** These events, in this order, as the next ones of the case. */
  Decision emit(EventMaker... makers) {
    return emit(List.of(makers));
  }

  Decision emit(List<EventMaker> makers) {
    return new Decision.Emit(made(makers, 0));
  }

  /** The same, and then what follows from the state they leave. */
  Decision emit(List<EventMaker> makers, Function<CaseState, List<EventMaker>> consequences) {
    List<CaseEvent> events = made(makers, 0);
    CaseState after = CaseLifecycle.evolve(state, events);
    return emitAlso(new Decision.Emit(events), consequences.apply(after));
  }

  /** What was decided, and then these. */
  Decision emitAlso(Decision.Emit decided, List<EventMaker> more) {
    List<CaseEvent> events = new ArrayList<>(decided.events());
    events.addAll(made(more, events.size()));
    return new Decision.Emit(events);
  }

  private List<CaseEvent> made(List<EventMaker> makers, int already) {
    List<CaseEvent> events = new ArrayList<>();
    for (EventMaker maker : makers) {
      long sequence = state.sequence() + already + events.size() + 1;
      events.add(maker.with(eventHeader(sequence)));
    }
    return events;
  }

  private EventHeader eventHeader(long sequence) {
    return new EventHeader(
        EventId.of(state.caseId(), sequence, context.directory().incarnation()),
        state.caseId(),
        sequence,
        header.commandId().value(),
        new EventTimes(header.occurredAt(), now(), header.enteredAt(), header.phonedAt()),
        new ActedBy(actor(), header.onBehalfOf(), header.actingPerson()),
        context.directory().incarnation(),
        state.sequence() == 0 ? context.number() : state.caseNumber());
  }
}
