package jp.tsunagu.gateway.stream;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.RegisterCommand.GiveBackPlace;
import jp.tsunagu.contract.directory.RegisterCommand.OfResource;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.gateway.stream.Register.Outcome;

/**
 * The register of resources (社会資源): everything about one of them comes through one task, so that of
 * two agencies that take the last place one gets it. Who took which place stands here alone; what
 * is published says how many.
 */
record ResourceRegister(RegisterShelf shelf) {

  /**
   * Carries it out once.
   *
   * @param today in Asia/Tokyo
   */
  Outcome handle(AgencyId sender, AgencyId desk, OfResource wish, LocalDate today) {
    SocialResource before = shelf.find(wish.subject(), SocialResource.class);
    if (before != null && before.answerTo(wish.commandId()).isPresent()) {
      return new Outcome.Unpublished();
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
  private static boolean changes(OfResource wish) {
    return wish instanceof RecordResource || wish instanceof EndResource;
  }

  private Optional<RegisterRefusal> refusal(
      SocialResource before, AgencyId sender, OfResource wish, LocalDate today) {
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

  private SocialResource carriedOut(SocialResource before, AgencyId sender, OfResource wish) {
    return switch (wish) {
      case RecordResource record -> before.offering(record.offer());
      case EndResource end -> before.ending(end.endedOn());
      case TakePlace take when isTaken(take.resourceId(), take.placeId()) -> before;
      case TakePlace take -> {
        shelf.mark(take.subject(), take.placeId().value(), sender);
        yield before.taking(before.taken() + 1);
      }
      case GiveBackPlace back -> {
        shelf.unmark(back.subject(), back.placeId().value());
        yield before.taking(before.taken() - 1);
      }
    };
  }

  private Outcome answered(SocialResource after, WishAnswer answer) {
    SocialResource answered = after.answering(answer);
    shelf.keep(answered.resourceId().toString(), answered);
    return new Outcome.Published(answered, Register.counted(answer));
  }

  private boolean isTaken(ResourceId resource, PlaceId place) {
    return shelf.marked(resource.toString(), place.value()).isPresent();
  }

  private boolean isTakenBy(AgencyId agency, ResourceId resource, PlaceId place) {
    return shelf.marked(resource.toString(), place.value()).filter(agency::equals).isPresent();
  }
}
