package jp.tsunagu.gateway.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.EventWords;
import org.jspecify.annotations.Nullable;

/** What ids and codes are called in this city; an unknown one keeps its code. */
record Names(NetworkDirectory directory, NetworkSettings settings) {

  static Names of(NetworkDirectory directory) {
    return new Names(directory, directory.settings().orElseThrow());
  }

  /** What people call the case. */
  static @Nullable String number(CaseState state) {
    CaseNumber number = state.caseNumber();
    return number == null ? null : number.value();
  }

  NamedAgency agency(AgencyId id) {
    LocalDate leftOn = directory.formerAgency(id).map(Agency::leftOn).orElse(null);
    return new NamedAgency(id.value(), directory.nameOf(id), leftOn);
  }

  List<NamedAgency> agencies(Collection<AgencyId> ids) {
    return ids.stream().sorted().map(this::agency).toList();
  }

  Coded area(AreaId id) {
    return new Coded(id.value(), directory.nameOf(id));
  }

  Coded code(CodeList list, String code) {
    return new Coded(code, directory.labelOf(code, list));
  }

  Coded event(CaseEvent event) {
    return EventWords.of(event, directory);
  }

  /** A meeting as its body is called, with the day and number of its id. */
  String meeting(MeetingId id) {
    return directory.nameOf(id.body()) + " " + id.value().substring(id.body().value().length() + 1);
  }

  /** Codes in the order of their declaration. */
  static <E extends Enum<E> & Code> List<Coded> coded(Collection<E> codes) {
    return codes.stream().sorted().map(Coded::of).toList();
  }
}
