package jp.tsunagu.gateway.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.file.OwnerOnly;

/** Who is enrolled and until when: one file for each agency, which holds no secret. */
record Register(Path folder) {
  private static final String ENDING = ".properties";

  /**
   * One agency.
   *
   * @param until the last day in Tokyo on which its login is good
   * @param ended when it was taken away; none while it has it
   */
  record Entry(AgencyId agency, Instant issued, LocalDate until, Optional<Instant> ended) {

    /** Taken away now. */
    Entry endedAt(Instant now) {
      return new Entry(agency, issued, until, Optional.of(now));
    }
  }

  Optional<Entry> find(AgencyId agency) {
    var file = folder.resolve(agency + ENDING);
    return Files.exists(file) ? Optional.of(read(agency, file)) : Optional.empty();
  }

  List<Entry> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(AgencyId::isValid)
          .sorted()
          .flatMap(name -> find(new AgencyId(name)).stream())
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + folder, exception);
    }
  }

  private static Entry read(AgencyId agency, Path file) {
    try {
      var set = new Properties();
      set.load(new StringReader(Files.readString(file)));
      return new Entry(
          agency,
          Instant.parse(set.getProperty("issued")),
          LocalDate.parse(set.getProperty("until")),
          Optional.ofNullable(set.getProperty("ended")).map(Instant::parse));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + file, exception);
    }
  }

  void note(Entry entry) {
    var lines = "issued=%s%nuntil=%s%n".formatted(entry.issued(), entry.until());
    var ended = entry.ended().map("ended=%s%n"::formatted).orElse("");
    try {
      OwnerOnly.folder(folder);
      OwnerOnly.write(
          folder.resolve(entry.agency() + ENDING),
          (lines + ended).getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + folder, exception);
    }
  }
}
