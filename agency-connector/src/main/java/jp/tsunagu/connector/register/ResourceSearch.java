package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which resources (社会資源) somebody looks for.
 *
 * @param words in what it is, for whom or where; empty for all
 * @param area that it serves; null for all
 * @param field that it is for; null for all
 * @param freeOnly whether it must have a free place
 * @param endedToo whether those that ended are wanted, too
 */
public record ResourceSearch(
    String words,
    @Nullable AreaId area,
    @Nullable Field field,
    boolean freeOnly,
    boolean endedToo) {

  /** Whether this one is looked for on this day (Asia/Tokyo). */
  public boolean fits(SocialResource one, LocalDate day) {
    ResourceOffer offer = one.offer();
    return (endedToo || !one.hasEnded(day))
        && (!freeOnly || one.free(day) > 0)
        && (area == null || offer.areas().isEmpty() || offer.areas().contains(area))
        && (field == null || offer.fields().isEmpty() || offer.fields().contains(field))
        && says(offer);
  }

  private boolean says(ResourceOffer offer) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(offer.what(), offer.forWhom(), offer.place())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
