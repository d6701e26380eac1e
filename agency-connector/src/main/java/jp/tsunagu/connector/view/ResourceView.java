package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A resource (社会資源) as every agency reads it.
 *
 * @param offer what is offered, in the words of its form
 * @param free how many places are free
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SocialResource", description = "社会資源")
public record ResourceView(
    @Schema(description = "社会資源の番号") ResourceId resourceId,
    @Schema(description = "提供するもの") Offer offer,
    @Schema(description = "空いている人数") int free,
    @Schema(description = "版(内容が書かれた回数)") int revision,
    @Schema(description = "提供を終える日") @Nullable LocalDate endedOn) {

  /**
   * What is offered.
   *
   * @param areas empty for the whole city
   * @param fields empty for all
   */
  @Schema(name = "ResourceOffer", description = "社会資源の内容")
  public record Offer(
      @Schema(description = "何を") String what,
      @Schema(description = "どんな人に") String forWhom,
      @Schema(description = "場所") String place,
      @Schema(description = "圏域(空なら全域)") List<Coded> areas,
      @Schema(description = "分野(空なら問わない)") List<Coded> fields,
      @Schema(description = "受け入れられる人数") int capacity,
      @Schema(description = "いつから") LocalDate since,
      @Schema(description = "連絡先の機関") Coded contact) {

    /** Keeps unmodifiable copies. */
    public Offer {
      areas = List.copyOf(areas);
      fields = List.copyOf(fields);
    }
  }

  /** As it stands on this day (Asia/Tokyo). */
  public static ResourceView of(SocialResource one, NetworkDirectory directory, LocalDate day) {
    ResourceOffer offer = one.offer();
    return new ResourceView(
        one.resourceId(),
        new Offer(
            offer.what(),
            offer.forWhom(),
            offer.place(),
            areas(offer.areas(), directory),
            offer.fields().stream().sorted().map(Coded::of).toList(),
            offer.capacity(),
            offer.since(),
            new Coded(offer.contact().value(), directory.nameOf(offer.contact()))),
        one.free(day),
        one.revision(),
        one.endedOn());
  }

  static List<Coded> areas(Set<AreaId> areas, NetworkDirectory directory) {
    return areas.stream()
        .sorted()
        .map(area -> new Coded(area.value(), directory.nameOf(area)))
        .toList();
  }
}
