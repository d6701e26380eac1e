package jp.tsunagu.connector.register;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What an agency does with the register of resources (社会資源), by page and by interface alike: it
 * wishes, and reads in the register what became of it.
 */
@Component
public final class RegisterWork {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Tools tools;
  private final Outbox outbox;
  private final Placements placements;

  RegisterWork(Tools tools, Outbox outbox, Placements placements) {
    this.tools = tools;
    this.outbox = outbox;
    this.placements = placements;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** It is so; this is how the resource stands now. */
    record Done(SocialResource resource) implements Outcome {}

    /** It is stored and will be sent; the network has not answered yet. */
    record Sent(ResourceId resourceId) implements Outcome {}

    /** It is not done. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** Every resource, those that ended too, by what it is. */
  public List<SocialResource> all() {
    return tools.directory().snapshot().resources();
  }

  /** The one with this id. */
  public Optional<SocialResource> find(ResourceId id) {
    return tools.directory().snapshot().resource(id);
  }

  /** Whether this agency says what the resource offers. */
  public boolean mayChange(AgencyId agency, SocialResource resource) {
    return resource.belongsTo(agency) || agency.equals(tools.desk());
  }

  /**
   * Enters a resource.
   *
   * @param key the same for the same wish, however often it is sent
   */
  public Outcome record(AgencyId agency, String key, JsonNode typed) {
    ResourceId fresh = new ResourceId(named(agency, key, "resource"));
    return read(
        ResourceForms.OFFER,
        typed,
        filled ->
            send(
                agency,
                asked(key, "record", typed),
                new RecordResource(
                    wish(agency, key), now(), fresh, 0, ResourceForms.offer(filled, agency))));
  }

  /** Says anew what a resource offers. */
  public Outcome change(AgencyId agency, ResourceId id, String key, JsonNode typed) {
    return read(
        ResourceForms.change(),
        typed,
        filled ->
            send(
                agency,
                asked(key, "change " + id, typed),
                new RecordResource(
                    wish(agency, key),
                    now(),
                    id,
                    ResourceForms.basedOn(filled),
                    ResourceForms.offer(filled, agency))));
  }

  /** A resource is not offered any more. */
  public Outcome end(AgencyId agency, ResourceId id, String key, JsonNode typed) {
    return read(
        ResourceForms.END,
        typed,
        filled ->
            send(
                agency,
                asked(key, "end " + id, typed),
                new EndResource(wish(agency, key), now(), id, ResourceForms.endedOn(filled))));
  }

  /** Takes a place for a person of the case whom this agency gives 参加支援. */
  public Outcome match(
      AgencyId agency, ResourceId id, String key, CaseState state, JsonNode typed) {
    return read(
        ResourceForms.MATCH,
        typed,
        filled -> {
          PersonRef person = ResourceForms.person(filled);
          return matched(state, agency).contains(person)
              ? take(
                  agency,
                  asked(key, "match " + state.caseId() + " " + id, typed),
                  new TakePlace(wish(agency, key), now(), id, new PlaceId(UUID.randomUUID())),
                  state.caseId(),
                  person)
              : refused(
                  "この世帯員の参加支援は、この機関が「資源開発・マッチング」か「定着支援」の段階で担っていません。",
                  "参加支援をその段階へ進めてから、もう一度送ってください。");
        });
  }

  private Outcome take(
      AgencyId agency, IdempotencyKey key, TakePlace take, CaseId caseId, PersonRef person) {
    return switch (placements.take(agency, key, take, caseId, person)) {
      case ASKED -> answer(take);
      case HAS_ONE -> refused("この世帯員は、もうこの社会資源につながっています。", "ほかの社会資源か、ほかの世帯員を選んでください。");
      case KEY_REUSED -> new Outcome.Refused(CommonProblem.KEY_REUSED.problem());
    };
  }

  private static Outcome refused(String detail, String fix) {
    return new Outcome.Refused(
        CommonProblem.ofFields(List.of(new FieldProblem("person", detail, fix))));
  }

  /** For whom this agency looks for a resource, or has found one: 参加支援 that has come so far. */
  public static List<PersonRef> matched(CaseState state, AgencyId agency) {
    return state.sides().stream()
        .filter(side -> side.flow().kind() == SideKind.PARTICIPATION)
        .filter(side -> side.flow().provider().equals(agency))
        .filter(RegisterWork::isMatching)
        .map(side -> side.flow().person())
        .toList();
  }

  private static boolean isMatching(SideSupport side) {
    return side.stage() == SideStage.MATCHING || side.stage() == SideStage.SETTLING;
  }

  private Outcome send(AgencyId agency, IdempotencyKey key, RegisterCommand wish) {
    return outbox.submit(agency, key, wish).orElse(null)
            instanceof Submission.KeyReusedWithOtherBody
        ? new Outcome.Refused(CommonProblem.KEY_REUSED.problem())
        : answer(wish);
  }

  /** The key with what is asked under it, by which the same is known from something else. */
  private static IdempotencyKey asked(String key, String what, JsonNode typed) {
    byte[] asked = (what + "\n" + typed).getBytes(StandardCharsets.UTF_8);
    return new IdempotencyKey(key, Bytes.copyOf(Sha256.digest().digest(asked)));
  }

  private Outcome answer(RegisterCommand wish) {
    try {
      BoundedWait.until("an answer of the register", PATIENCE, () -> answered(wish).isPresent());
    } catch (TimeoutException late) {
      return new Outcome.Sent(wish.resourceId());
    }
    RegisterRefusal refusal = answered(wish).map(WishAnswer::refusal).orElse(null);
    return refusal == null
        ? new Outcome.Done(find(wish.resourceId()).orElseThrow())
        : new Outcome.Refused(ProblemKind.REFUSED.because(refusal.name(), refusal.label()));
  }

  private Optional<WishAnswer> answered(RegisterCommand wish) {
    return find(wish.resourceId()).flatMap(resource -> resource.answerTo(wish.commandId()));
  }

  private Outcome read(Form form, JsonNode typed, Function<Filled, Outcome> use) {
    return switch (tools.reader().read(form, typed)) {
      case FormReading.Usable(Filled filled) -> use.apply(filled);
      case FormReading.Unusable(var problems) ->
          new Outcome.Refused(CommonProblem.ofFields(problems));
    };
  }

  private static CommandId wish(AgencyId agency, String key) {
    return new CommandId(named(agency, key, "wish"));
  }

  private static UUID named(AgencyId agency, String key, String what) {
    return UUID.nameUUIDFromBytes(
        (agency + "\n" + what + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  private Instant now() {
    return tools.draft().now();
  }
}
