package jp.tsunagu.compose.household;

import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A つなぐシート as the connector's API and its folder take it in JSON. */
public final class SheetJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private SheetJson() {}

  /** The form as text. */
  public static String write(Sheet sheet) {
    return MAPPER.writeValueAsString(tree(sheet));
  }

  /** The form as a tree that a caller may change. */
  public static ObjectNode tree(Sheet sheet) {
    var root = JsonNodeFactory.instance.objectNode();
    consultation(sheet.household(), root.putObject("consultation"));
    var persons = root.putArray("persons");
    person(sheet.household(), persons.addObject());
    members(sheet.household(), root.putObject("household"));
    consent(sheet, root.putArray("consents").addObject());
    root.put("note", sheet.note()).put("noteNamesNoOne", true);
    root.putObject("staff").put("name", "見本 担当").put("phone", "042-000-2000");
    var sending = sheet.sending();
    if (sending != null) {
      var referral = root.putObject("referral").put("mode", "協働");
      AgencyId receiver = sending.receiver();
      if (receiver != null) {
        referral.put("receiver", receiver.value());
      }
    }
    return root;
  }

  private static void consultation(Household household, ObjectNode node) {
    var fields = node.putArray("fields");
    household.fields().stream().map(Field::label).forEach(fields::add);
    node.put("area", household.area().value());
    node.put("urgency", household.urgency().label());
    node.put("reception", "新規");
    node.put("persons", household.persons().size());
    node.put("introducedBy", household.introducedBy());
  }

  private static void person(Household household, ObjectNode node) {
    var person = household.first();
    node.put("person", 1);
    node.put("name", person.name());
    node.put("kana", person.kana());
    node.put("gender", person.gender());
    node.put("birthDate", Wareki.format(person.birthDate()));
    node.put("address", household.address());
    node.put("phoneHome", household.phone());
    node.put("basis", "本人の同意");
    var troubles = node.putArray("troubles");
    for (var situation : household.situations()) {
      node.put(situation.name(), situation.text());
      troubles.add(situation.trouble());
    }
  }

  private static void members(Household household, ObjectNode node) {
    node.put("toldBy", 1);
    node.put("basis", "本人の同意");
    var rows = node.putArray("rows");
    for (var person : household.persons()) {
      rows.addObject().put("relation", person.relation()).put("age", person.age());
    }
  }

  private static void consent(Sheet sheet, ObjectNode node) {
    node.put("person", 1);
    node.put("purpose", "包括的相談支援");
    var scope = node.putArray("scope");
    ConsentScope.LABELS.forEach(scope::add);
    var recipients = node.putArray("recipients");
    sheet.recipients().stream().map(AgencyId::value).forEach(recipients::add);
    node.put("method", "書面");
    node.put("givenOn", Wareki.format(sheet.consentOn()));
  }
}
