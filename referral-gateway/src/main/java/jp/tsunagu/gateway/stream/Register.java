package jp.tsunagu.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.RegisterCommand.GiveBackPlace;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The register of resources (社会資源): everything about one of them comes through one task, so that of
 * two agencies that take the last place one gets it. Who took which place stands here alone; what
 * is published says how many.
 */
record Register(KeyValueStore<String, byte[]> store, Codec codec) {

  /** What became of a wish. */
  sealed interface Outcome {
    /** It is answered in the register, which is published. */
    record Answered(SocialResource resource) implements Outcome {
      /** What became of it; for counting. */
      String counted() {
        RegisterRefusal refusal = resource.answers().getLast().refusal();
        return refusal == null ? "accepted" : refusal.name();
      }
    }

    /** It was answered before. */
    record Repeated() implements Outcome {}

    /** There is nothing it could be answered in. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Carries it out once.
   *
   * @param today in Asia/Tokyo
   */
  Outcome handle(AgencyId sender, AgencyId desk, RegisterCommand wish, LocalDate today) {
    SocialResource before = resource(wish.resourceId());
    if (before != null && before.answerTo(wish.commandId()).isPresent()) {
      return new Outcome.Repeated();
    }
    if (wish instanceof RecordResource record && !record.offer().isSound()) {
      return new Outcome.Refused("OFFER_WRONG");
    }
    if (before == null) {
      return wish instanceof RecordResource record
          ? answered(
              SocialResource.fresh(record.resourceId(), record.offer(), sender),
              new WishAnswer(wish.commandId(), null))
          : new Outcome.Refused("RESOURCE_UNKNOWN");
    }
    boolean mayChange = before.belongsTo(sender) || sender.equals(desk);
    Optional<RegisterRefusal> refusal =
        changes(wish) && !mayChange
            ? Optional.of(RegisterRefusal.NOT_YOURS)
            : refusal(before, sender, wish, today);
    return answered(
        refusal.isPresent() ? before : carriedOut(before, sender, wish),
        new WishAnswer(wish.commandId(), refusal.orElse(null)));
  }

  /** Whether it is about what is offered, not about a place of it. */
  private static boolean changes(RegisterCommand wish) {
    return wish instanceof RecordResource || wish instanceof EndResource;
  }

  private Optional<RegisterRefusal> refusal(
      SocialResource before, AgencyId sender, RegisterCommand wish, LocalDate today) {
    return switch (wish) {
      case RecordResource record when record.basedOn() != before.revision() ->
          Optional.of(RegisterRefusal.CHANGED);
      case RecordResource _, EndResource _ -> Optional.empty();
      case TakePlace take when isTaken(take.resourceId(), take.placeId()) ->
          isTakenBy(sender, take.resourceId(), take.placeId())
              ? Optional.empty()
              : Optional.of(RegisterRefusal.NO_SUCH_PLACE);
      case TakePlace _ when before.hasEnded(today) -> Optional.of(RegisterRefusal.ENDED);
      case TakePlace _ when before.taken() >= before.offer().capacity() ->
          Optional.of(RegisterRefusal.FULL);
      case TakePlace _ -> Optional.empty();
      case GiveBackPlace back ->
          isTakenBy(sender, back.resourceId(), back.placeId())
              ? Optional.empty()
              : Optional.of(RegisterRefusal.NO_SUCH_PLACE);
    };
  }

  private SocialResource carriedOut(SocialResource before, AgencyId sender, RegisterCommand wish) {
    return switch (wish) {
      case RecordResource record -> before.offering(record.offer());
      case EndResource end -> before.ending(end.endedOn());
      case TakePlace take when isTaken(take.resourceId(), take.placeId()) -> before;
      case TakePlace take -> {
        store.put(
            key(take.resourceId(), take.placeId()),
            sender.value().getBytes(StandardCharsets.UTF_8));
        yield before.taking(before.taken() + 1);
      }
      case GiveBackPlace back -> {
        store.delete(key(back.resourceId(), back.placeId()));
        yield before.taking(before.taken() - 1);
      }
    };
  }

  private Outcome answered(SocialResource after, WishAnswer answer) {
    SocialResource answered = after.answering(answer);
    store.put(key(answered.resourceId()), codec.encode(answered));
    return new Outcome.Answered(answered);
  }

  private boolean isTaken(ResourceId resource, PlaceId place) {
    return store.get(key(resource, place)) != null;
  }

  private boolean isTakenBy(AgencyId agency, ResourceId resource, PlaceId place) {
    byte[] taker = store.get(key(resource, place));
    return taker != null && new String(taker, StandardCharsets.UTF_8).equals(agency.value());
  }

  private static String key(ResourceId resource) {
    return resource.toString();
  }

  private static String key(ResourceId resource, PlaceId place) {
    return resource + "/" + place;
  }

  private @Nullable SocialResource resource(ResourceId id) {
    byte[] stored = store.get(key(id));
    if (stored == null) {
      return null;
    }
    if (codec.decode(stored) instanceof Decoded.Readable(SocialResource known)) {
      return known;
    }
    throw new IllegalStateException("the stored resource " + id + " cannot be read");
  }
}
