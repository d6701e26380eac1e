package jp.tsunagu.scheduler.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.Pseudonym;
import jp.tsunagu.runtime.file.KeyFile;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names who gives a command about a meeting by a pseudonym per agency and body, and tells that
 * agency alone who it was. Key and names lie in two files for nobody but the user of this process,
 * made when a person acts for the first time; a name is on the disk before its pseudonym goes out.
 * Thread-safe.
 */
public final class ActingPeople {

  /** People times bodies: a city of 200 people and 50 bodies. */
  private static final int MOST = 10_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path keyFile;
  private final Path namesFile;
  private LinkedHashMap<ActingPerson, Named> names = new LinkedHashMap<>();
  private byte @Nullable [] key;

  /** Reads who acted before; the folder need not exist. */
  public ActingPeople(Path folder) {
    this.keyFile = folder.resolve("people.key");
    this.namesFile = folder.resolve("people.json");
    read();
  }

  /** Who stands behind a pseudonym, as the file keeps it. */
  record Named(String pseudonym, String agency, String name) {

    @Override
    public String toString() {
      return "Named[***]";
    }
  }

  /**
   * The pseudonym of whoever makes the request that this thread serves; empty for a system.
   *
   * @param agency for which she acts
   */
  public Optional<ActingPerson> now(AgencyId agency, BodyId body) {
    return CurrentPerson.now().map(person -> in(agency, body, person));
  }

  private synchronized ActingPerson in(AgencyId agency, BodyId body, CurrentPerson person) {
    ActingPerson pseudonym = Pseudonym.of(key(), agency + "/" + body.value(), person.id());
    if (!names.containsKey(pseudonym)) {
      Named named = new Named(pseudonym.value(), agency.value(), person.displayName());
      LinkedHashMap<ActingPerson, Named> more = new LinkedHashMap<>(names);
      more.put(pseudonym, named);
      while (more.size() > MOST) {
        more.pollFirstEntry();
      }
      write(more);
      names = more;
    }
    return pseudonym;
  }

  /** Who it was, for people of the agency for which she acted; empty for everybody else. */
  public synchronized Optional<String> nameOf(AgencyId agency, ActingPerson pseudonym) {
    return Optional.ofNullable(names.get(pseudonym))
        .filter(named -> named.agency().equals(agency.value()))
        .map(Named::name);
  }

  private byte[] key() {
    try {
      byte[] there = key == null ? KeyFile.readOrMake(keyFile) : key;
      key = there;
      return there;
    } catch (IOException exception) {
      throw new UncheckedIOException("the key of those who act cannot be read or made", exception);
    }
  }

  private void read() {
    if (!Files.exists(namesFile)) {
      return;
    }
    try {
      for (Named named : JSON.readValue(Files.readAllBytes(namesFile), Named[].class)) {
        names.put(new ActingPerson(named.pseudonym()), named);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("who acted cannot be read", exception);
    } catch (JacksonException | IllegalArgumentException _) {
      throw new IllegalStateException(
          namesFile + " cannot be understood: put it back from the backup, or move it away");
    }
  }

  private void write(LinkedHashMap<ActingPerson, Named> all) {
    try {
      OwnerOnly.write(namesFile, JSON.writeValueAsBytes(List.copyOf(all.values())));
    } catch (IOException exception) {
      throw new UncheckedIOException("who acts cannot be kept", exception);
    }
  }
}
