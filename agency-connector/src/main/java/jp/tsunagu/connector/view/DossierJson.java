package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A held dossier with its content, for the agency that holds it and for nobody else.
 *
 * @param referralId the leg it came with; none where it came with none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierJson(
    DossierId dossierId,
    AgencyId sender,
    Instant heldSince,
    @Nullable ReferralId referralId,
    List<Part> parts) {

  /**
   * A part.
   *
   * @param content as the sender wrote it; none where it is closed
   * @param closed why nobody here can read it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String name,
      PartKind kind,
      @Flat Whose whose,
      List<DetailKind> details,
      @Flat Grounds grounds,
      @Nullable Object content,
      @Nullable Coded closed) {

    @Override
    public String toString() {
      return "Part[" + name + "]";
    }
  }

  /**
   * Whose a part is.
   *
   * @param about as a person reads it; empty where nothing is to be said
   * @param namesNoOne its author said that it names no one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Whose(@Nullable PersonRef person, String about, boolean namesNoOne) {}

  /** On which grounds a part was shared; none for what needs none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Grounds(@Nullable BasisKind basis, @Nullable Statute statute) {}

  /** The dossier; parts that cannot be read are marked with the reason. */
  public static DossierJson of(DossierView dossier) {
    return new DossierJson(
        dossier.dossierId(),
        dossier.sender(),
        dossier.heldSince(),
        dossier.referralId().orElse(null),
        dossier.parts().stream().map(DossierJson::part).toList());
  }

  private static Part part(PartView part) {
    return new Part(
        part.name(),
        part.kind(),
        new Whose(part.person().orElse(null), part.about(), part.namesNoOne()),
        part.details().stream().sorted().toList(),
        new Grounds(
            part.basis().map(SharingBasis::kind).orElse(null),
            part.basis().map(SharingBasis::statute).orElse(null)),
        part.content() instanceof PartView.Content.Open open ? content(open) : null,
        closed(part.content()));
  }

  private static @Nullable Coded closed(PartView.Content content) {
    return switch (content) {
      case PartView.Content.Open _ -> null;
      case PartView.Content.Locked locked -> new Coded("LOCKED", locked.label());
      case PartView.Content.Returned returned -> new Coded("RETURNED", returned.label());
      case PartView.Content.Hidden hidden -> new Coded("HIDDEN", hidden.label());
      case PartView.Content.Coming coming -> new Coded("COMING", coming.label());
      case PartView.Content.Erased erased -> new Coded("ERASED", erased.label());
      case PartView.Content.Unopenable unopenable -> new Coded("UNOPENABLE", unopenable.label());
    };
  }

  /** What a sender wrote is shown as it is, even where it is no JSON. */
  private static Object content(PartView.Content.Open open) {
    byte[] bytes = open.json().value().toByteArray();
    try {
      return ViewJson.MAPPER.readTree(bytes);
    } catch (JacksonException unreadable) {
      return Map.of("text", new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
