package jp.tsunagu.connector.view;

import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A held dossier with its content, for the agency that holds it and for nobody else. */
public final class DossierJson {

  private DossierJson() {}

  /** The dossier; parts that cannot be read are marked with the reason. */
  public static ObjectNode of(DossierView dossier, JsonMapper json) {
    ObjectNode node = json.createObjectNode();
    node.put("dossierId", dossier.dossierId().toString());
    node.set("sender", json.valueToTree(dossier.sender()));
    node.set("heldSince", json.valueToTree(dossier.heldSince()));
    dossier.referralId().ifPresent(id -> node.put("referralId", id.toString()));
    ArrayNode parts = node.putArray("parts");
    dossier.parts().forEach(part -> parts.add(part(part, json)));
    return node;
  }

  private static ObjectNode part(PartView part, JsonMapper json) {
    ObjectNode node = json.createObjectNode();
    node.put("name", part.name());
    node.set("kind", json.valueToTree(part.kind()));
    part.person().ifPresent(person -> node.put("person", person.number()));
    ArrayNode details = node.putArray("details");
    part.details().stream()
        .sorted()
        .forEach(detail -> details.add(json.<JsonNode>valueToTree(detail)));
    part.basis().ifPresent(basis -> addBasis(node, basis, json));
    switch (part.content()) {
      case PartView.Content.Open open -> node.set("content", content(open));
      case PartView.Content.Locked locked -> closed(node, "locked", locked);
      case PartView.Content.Erased erased -> closed(node, "erased", erased);
      case PartView.Content.Unopenable unopenable -> closed(node, "unopenable", unopenable);
    }
    return node;
  }

  private static void addBasis(ObjectNode node, SharingBasis basis, JsonMapper json) {
    node.set("basis", json.valueToTree(basis.kind()));
    Statute statute = basis.statute();
    if (statute != null) {
      node.set("statute", json.valueToTree(statute));
    }
  }

  private static void closed(ObjectNode node, String why, PartView.Content content) {
    node.put("closed", why);
    node.put("message", content.label());
  }

  /** What a sender wrote is shown as it is, even where it is no JSON. */
  private static JsonNode content(PartView.Content.Open open) {
    byte[] bytes = open.json().value().toByteArray();
    try {
      return ViewJson.MAPPER.readTree(bytes);
    } catch (JacksonException unreadable) {
      ObjectNode raw = ViewJson.MAPPER.createObjectNode();
      raw.put("text", new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
      return raw;
    }
  }
}
