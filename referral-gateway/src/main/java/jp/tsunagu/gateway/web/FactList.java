package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
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
    return add(name, label, agency.value(), names.agency(agency).name());
  }

  FactList code(String name, String label, Coded code) {
    return add(name, label, code.code(), code.label());
  }

  FactList urgency(Urgency urgency) {
    return code("urgency", Heading.URGENCY.label(), Coded.of(urgency));
  }

  FactList mode(ReferralMode mode) {
    return code("mode", "種類", Coded.of(mode));
  }

  FactList person(PersonRef person) {
    return add("person", "対象", Integer.toString(person.number()), person.toString());
  }

  FactList number(String name, String label, int number) {
    return add(name, label, Integer.toString(number), Integer.toString(number));
  }

  FactList leg(String name, String label, UUID referralId) {
    return add(name, label, referralId.toString(), referralId.toString());
  }

  /** The response deadline, where one runs. */
  FactList clock(@Nullable ResponseClock clock) {
    return clock == null ? this : moment("respondBy", "回答期限", clock.respondBy());
  }

  FactList lead(Lead lead) {
    PersonRef person = lead.person();
    String whom = person == null ? PartKind.HOUSEHOLD.label() : person.toString();
    return add(
        "lead", "主担当(" + whom + ")", lead.agency().value(), names.agency(lead.agency()).name());
  }

  /** A day in Tokyo. */
  FactList day(String name, String label, LocalDate day) {
    return add(name, label, day.toString(), DateWords.day(day));
  }

  /** The meeting by its body and the day its rule gave. */
  FactList meeting(MeetingId meeting) {
    return add("meeting", "会議", meeting.value(), names.meeting(meeting));
  }

  /** What an agency does from now on. */
  FactList role(AgencyRole role) {
    return add(
        "role",
        "役割(" + names.agency(role.agency()).name() + ")",
        role.role(),
        names.code(CodeList.ROLES, role.role()).label());
  }

  FactList moment(String name, String label, Instant moment) {
    return add(name, label, moment.toString(), DateWords.moment(moment));
  }

  private FactList add(String name, String label, String value, String text) {
    facts.add(new Fact(name, label, value, text));
    return this;
  }
}
