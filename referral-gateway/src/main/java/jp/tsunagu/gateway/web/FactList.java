package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.Heading;
import org.jspecify.annotations.Nullable;

/** Collects the facts of one event. */
final class FactList {

  private final Names names;
  private final List<Fact> facts = new ArrayList<>();

  FactList(Names names) {
    this.names = names;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  FactList agency(String name, String label, AgencyId agency) {
    NamedAgency named = names.agency(agency);
    return add(new Fact(new Coded(name, label), null, named, null, named.name()));
  }

  FactList code(String name, String label, Coded code) {
    return add(new Fact(new Coded(name, label), code, null, null, code.label()));
  }

  FactList urgency(Urgency urgency) {
    return code("urgency", Heading.URGENCY.label(), Coded.of(urgency));
  }

  FactList mode(ReferralMode mode) {
    return code("mode", "種類", Coded.of(mode));
  }

  FactList person(PersonRef person) {
    return value("person", "対象", Integer.toString(person.number()), person.toString());
  }

  FactList number(String name, String label, int number) {
    return value(name, label, Integer.toString(number), Integer.toString(number));
  }

  FactList leg(String name, String label, UUID referralId) {
    return value(name, label, referralId.toString(), referralId.toString());
  }

  /** The response deadline, where one runs. */
  FactList clock(@Nullable ResponseClock clock) {
    return clock == null ? this : moment("respondBy", "回答期限", clock.respondBy());
  }

  FactList lead(Lead lead) {
    PersonRef person = lead.person();
    String whom = person == null ? PartKind.HOUSEHOLD.label() : person.toString();
    return agency("lead", "主担当(" + whom + ")", lead.agency());
  }

  /** Who stays alongside, what each does and how often somebody stays in contact. */
  FactList settled(Settled settled) {
    lead(settled.lead());
    settled.roles().forEach(this::role);
    return given("rhythm", "連絡の頻度", settled.rhythm());
  }

  /** A code, where there is one. */
  FactList given(String name, String label, @Nullable Code code) {
    return code == null ? this : code(name, label, Coded.of(code));
  }

  /** What was missing where a step was done as an exception. */
  FactList passed(@Nullable PassedGate passed) {
    if (passed != null) {
      code("exception", "例外", Coded.of(passed.reason()));
      passed.missing().forEach(missing -> code("missing", "そろっていないもの", Coded.of(missing)));
    }
    return this;
  }

  /** A day in Tokyo. */
  FactList day(String name, String label, LocalDate day) {
    return value(name, label, day.toString(), DateWords.day(day));
  }

  /** The meeting by its body and the day its rule gave. */
  FactList meeting(MeetingId meeting) {
    return value("meeting", "会議", meeting.value(), names.meeting(meeting));
  }

  /** What an agency does from now on. */
  FactList role(AgencyRole role) {
    return code(
        "role",
        "役割(" + names.agency(role.agency()).name() + ")",
        names.code(CodeList.ROLES, role.role()));
  }

  FactList moment(String name, String label, Instant moment) {
    return value(name, label, TokyoTime.written(moment), DateWords.moment(moment));
  }

  private FactList value(String name, String label, String value, String text) {
    return add(new Fact(new Coded(name, label), null, null, value, text));
  }

  private FactList add(Fact fact) {
    facts.add(fact);
    return this;
  }
}
