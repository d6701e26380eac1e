package jp.tsunagu.connector.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.contract.directory.RegisterCommand.EndResource;
import jp.tsunagu.contract.directory.RegisterCommand.RecordResource;
import jp.tsunagu.contract.directory.RegisterCommand.TakePlace;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What an agency does with the register of resources (社会資源), by page and by interface alike: it
 * wishes, and reads in the register what became of it.
 */
@Component
public final class RegisterWork {

  private final Tools tools;
  private final Wishes wishes;
  private final Placements placements;

  RegisterWork(Tools tools, Wishes wishes, Placements placements) {
    this.tools = tools;
    this.wishes = wishes;
    this.placements = placements;
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
  public Wished<SocialResource> record(AgencyId agency, String key, JsonNode typed) {
    ResourceId fresh = new ResourceId(Wishes.named(agency, key, "resource"));
    return wishes.read(
        ResourceForms.OFFER,
        typed,
        filled ->
            wishes.send(
                agency,
                Wishes.asked(key, "record", typed),
                new RecordResource(
                    Wishes.wish(agency, key),
                    wishes.now(),
                    fresh,
                    0,
                    ResourceForms.offer(filled, agency)),
                () -> find(fresh)));
  }

  /** Says anew what a resource offers. */
  public Wished<SocialResource> change(AgencyId agency, ResourceId id, String key, JsonNode typed) {
    return wishes.read(
        ResourceForms.change(),
        typed,
        filled ->
            wishes.send(
                agency,
                Wishes.asked(key, "change " + id, typed),
                new RecordResource(
                    Wishes.wish(agency, key),
                    wishes.now(),
                    id,
                    ResourceForms.basedOn(filled),
                    ResourceForms.offer(filled, agency)),
                () -> find(id)));
  }

  /** A resource is not offered any more. */
  public Wished<SocialResource> end(AgencyId agency, ResourceId id, String key, JsonNode typed) {
    return wishes.read(
        ResourceForms.END,
        typed,
        filled ->
            wishes.send(
                agency,
                Wishes.asked(key, "end " + id, typed),
                new EndResource(
                    Wishes.wish(agency, key), wishes.now(), id, ResourceForms.endedOn(filled)),
                () -> find(id)));
  }

  /** Takes a place for a person of the case whom this agency gives 参加支援. */
  public Wished<SocialResource> match(
      AgencyId agency, ResourceId id, String key, CaseState state, JsonNode typed) {
    return wishes.read(
        ResourceForms.MATCH,
        typed,
        filled -> {
          PersonRef person = ResourceForms.person(filled);
          return matched(state, agency).contains(person)
              ? take(
                  agency,
                  Wishes.asked(key, "match " + state.caseId() + " " + id, typed),
                  new TakePlace(
                      Wishes.wish(agency, key), wishes.now(), id, new PlaceId(UUID.randomUUID())),
                  state.caseId(),
                  person)
              : refused(
                  "この世帯員の参加支援は、この機関が「資源開発・マッチング」か「定着支援」の段階で担っていません。",
                  "参加支援をその段階へ進めてから、もう一度送ってください。");
        });
  }

  private Wished<SocialResource> take(
      AgencyId agency, IdempotencyKey key, TakePlace take, CaseId caseId, PersonRef person) {
    return switch (placements.take(agency, key, take, caseId, person)) {
      case ASKED -> wishes.answer(take, () -> find(take.resourceId()));
      case HAS_ONE -> refused("この世帯員は、もうこの社会資源につながっています。", "ほかの社会資源か、ほかの世帯員を選んでください。");
      case KEY_REUSED -> new Wished.Refused<>(CommonProblem.KEY_REUSED.problem());
    };
  }

  private static Wished<SocialResource> refused(String detail, String fix) {
    return new Wished.Refused<>(
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
}
