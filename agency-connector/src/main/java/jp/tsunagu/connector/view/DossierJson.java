package jp.tsunagu.connector.view;

import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A held dossier with its content, for the agency that holds it and for nobody else. */
public final class DossierJson {

  private DossierJson() {}

  /** The dossier; parts that cannot be read are marked with the reason. */
  public static ObjectNode of(DossierView dossier) {
    ObjectNode node = ViewJson.MAPPER.createObjectNode();
    node.put("dossierId", dossier.dossierId().toString());
    node.put("sender", dossier.sender().value());
    node.put("heldSince", dossier.heldSince().toString());
    dossier.referralId().ifPresent(id -> node.put("referralId", id.toString()));
    ArrayNode parts = node.putArray("parts");
    dossier.parts().forEach(part -> parts.add(part(part)));
    return node;
  }

  private static ObjectNode part(PartView part) {
    ObjectNode node = ViewJson.MAPPER.createObjectNode();
    node.put("name", part.name());
    node.put("kind", part.kind().name());
    node.put("label", part.kind().label());
    part.person().ifPresent(person -> node.put("person", person.number()));
    ArrayNode details = node.putArray("details");
    part.details().stream().sorted().forEach(detail -> details.add(detail.name()));
    part.basis().ifPresent(basis -> addBasis(node, basis));
    switch (part.content()) {
      case PartView.Content.Open open -> node.set("content", content(open));
      case PartView.Content.Locked locked -> closed(node, "locked", locked);
      case PartView.Content.Erased erased -> closed(node, "erased", erased);
      case PartView.Content.Unopenable unopenable -> closed(node, "unopenable", unopenable);
    }
    return node;
  }

  private static void addBasis(ObjectNode node, SharingBasis basis) {
    node.put("basis", basis.kind().name());
    Statute statute = basis.statute();
    if (statute != null) {
      node.put("statute", statute.name());
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
