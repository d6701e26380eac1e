package jp.tsunagu.connector.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.Agencies;
import jp.tsunagu.connector.sheet.DossierForm;
import jp.tsunagu.connector.sheet.DossierReader;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * One body while a command is made of it: what is asked, in which case, and what travels with it.
 */
class FormContext {

  private final Toolbox tools;
  private final AgencyId agency;
  private final CaseId caseId;
  private final @Nullable Protection protection;
  private final Fields fields;
  private final Agencies agencies;
  private final Times times;
  private final Map<String, Object> ids = new LinkedHashMap<>();

  FormContext(
      Toolbox tools,
      AgencyId agency,
      CaseId caseId,
      @Nullable Protection protection,
      Fields fields) {
    this.tools = tools;
    this.agency = agency;
    this.caseId = caseId;
    this.protection = protection;
    this.fields = fields;
    this.agencies = tools.agencies();
    this.times = Times.read(fields, agencies);
    ids.put("caseId", caseId);
  }

  Fields fields() {
    return fields;
  }

  Agencies agencies() {
    return agencies;
  }

  Toolbox tools() {
    return tools;
  }

  AgencyId agency() {
    return agency;
  }

  CaseId caseId() {
    return caseId;
  }

  Times times() {
    return times;
  }

  /** What the caller is told was made. */
  Map<String, Object> ids() {
    return ids;
  }

  void made(String name, Object id) {
    ids.put(name, id);
  }

  CommandHeader header() {
    return tools.draft().header(caseId, times);
  }

  AgencyId agency(String name) {
    return agencies.required(fields, name);
  }

  ReferralMode mode() {
    return fields.choiceOr("mode", Choice.MODE, ReferralMode.TOGETHER);
  }

  PersonRef person() {
    Integer number = fields.number("person", 1, 30);
    if (number == null && !fields.has("person")) {
      fields.problem("person", "世帯員の番号の記入がありません。", "1からの番号を書いてください。");
    }
    return new PersonRef(number == null ? 1 : number);
  }

  /** A code of one of the city's lists that must be chosen. */
  String reason(Function<NetworkSettings, List<Reason>> list) {
    List<Reason> reasons = agencies.directory().settings().map(list).orElse(List.of());
    String reason = agencies.reason(fields, "reason", reasons);
    if (reason == null && !fields.has("reason")) {
      fields.problem("reason", "理由の記入がありません。", "理由コードを選んでください。");
    }
    return reason == null ? "" : reason;
  }

  /** A command that carries what was filled in, to these agencies; nothing if nothing was. */
  Wish carrying(CaseCommand command, AgencyId... recipients) {
    DossierForm form = new DossierReader(TokyoTime.dateOf(tools.draft().now())).read(fields, true);
    Set<AgencyId> others = new HashSet<>(Set.of(recipients));
    others.remove(agency);
    return others.isEmpty() || !fields.problems().none()
        ? Wish.of(command)
        : new Wish(command, tools.dossiers().open(form, others, protection));
  }
}
