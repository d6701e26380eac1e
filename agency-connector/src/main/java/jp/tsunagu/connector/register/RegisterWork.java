package jp.tsunagu.connector.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What an agency does with the register of resources (社会資源) and 地域課題, by page and by interface
 * alike: it wishes, and reads in the register what became of it. A key is the same for the same
 * wish, however often it is sent.
 */
@Component
public final class RegisterWork {

  private final Tools tools;
  private final Wishes wishes;

  RegisterWork(Tools tools, Wishes wishes) {
    this.tools = tools;
    this.wishes = wishes;
  }

  /** Every entry of a kind, also what ended or was set aside, by what it is. */
  public <T extends RegisterEntry> List<T> all(EntryKind<T> kind) {
    return kind.in().apply(directory());
  }

  /** The one that is named so; empty for what names none. */
  public <T extends RegisterEntry> Optional<T> find(EntryKind<T> kind, String id) {
    return Identifiers.isUuid(id) ? find(kind, UUID.fromString(id)) : Optional.empty();
  }

  private <T extends RegisterEntry> Optional<T> find(EntryKind<T> kind, UUID id) {
    return all(kind).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whether this agency says what stands in the entry, and lets it go its steps. */
  public boolean mayChange(AgencyId agency, RegisterEntry entry) {
    return entry.belongsTo(agency) || agency.equals(tools.desk());
  }

  /** Enters one. */
  public <T extends RegisterEntry> Wished<T> record(
      EntryKind<T> kind, AgencyId agency, String key, JsonNode typed) {
    UUID fresh = Wishes.named(agency, key, kind.word());
    Wish<T> wish = wish(kind, agency, key, "record", typed, fresh);
    return wishes.once(
        wish, kind.form(), typed, filled -> wishes.send(wish, kind.recorded().of(wish, 0, filled)));
  }

  /** Does this to it. */
  public <T extends RegisterEntry> Wished<T> act(
      EntryKind<T> kind, EntryStep<T> step, T entry, AgencyId agency, String key, JsonNode typed) {
    Wish<T> wish = wish(kind, agency, key, step.word(), typed, entry.id());
    return wishes.once(
        wish,
        step.sent(),
        typed,
        filled ->
            step.objection(filled, directory())
                .<Wished<T>>map(
                    objection -> new Wished.Refused<>(CommonProblem.ofFields(List.of(objection))))
                .orElseGet(() -> wishes.send(wish, step.wished(wish, filled))));
  }

  <T extends RegisterEntry> Wish<T> wish(
      EntryKind<T> kind, AgencyId agency, String key, String what, JsonNode typed, UUID about) {
    String asked = what + " " + kind.word() + " " + about;
    return wishes.of(agency, key, asked, typed, about, () -> find(kind, about));
  }

  private NetworkDirectory directory() {
    return tools.directory().snapshot();
  }
}
