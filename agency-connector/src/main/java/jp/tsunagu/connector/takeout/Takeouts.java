package jp.tsunagu.connector.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 記録の持ち出し: all records of an agency as a ZIP, written case by case to whoever leads it. Each piece
 * of content is in the access log before it leaves. One at a time of each agency.
 */
@Component
public final class Takeouts {

  private static final Logger LOG = LoggerFactory.getLogger(Takeouts.class);

  private final Records records;
  private final Tables tables;
  private final CaseFolder folder;
  private final ConnectorProperties properties;
  private final JsonMapper json;
  private final Clock clock;
  private final Map<AgencyId, Progress> latest = new ConcurrentHashMap<>();

  Takeouts(
      Records records,
      Tables tables,
      CaseFolder folder,
      ConnectorProperties properties,
      JsonMapper json,
      Clock clock) {
    this.records = records;
    this.tables = tables;
    this.folder = folder;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  /** How far a take-out is. */
  public enum Standing {
    RUNNING("書き出しています"),
    WHOLE("終わりました"),
    BROKEN("途中で終わりました。そのZIPは使わず、もう一度持ち出してください");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /**
   * The latest take-out since this connector started.
   *
   * @param cases how many there were when it began
   * @param written how many of them are written
   */
  public record Progress(Instant begunAt, int cases, int written, Standing standing) {

    private Progress oneMore() {
      return new Progress(begunAt, cases, written + 1, standing);
    }

    private Progress ended(Standing end) {
      return new Progress(begunAt, cases, written, end);
    }
  }

  /** See {@link Progress}; none where nothing was taken out. */
  public Optional<Progress> latest(AgencyId agency) {
    return Optional.ofNullable(latest.get(agency));
  }

  /** Whether this take-out may begin: no other of the agency is running. From now on it is. */
  public boolean begins(AgencyId agency) {
    Progress fresh = new Progress(clock.instant(), records.countCases(agency), 0, Standing.RUNNING);
    Progress before = latest.putIfAbsent(agency, fresh);
    return before == null
        || (before.standing() != Standing.RUNNING && latest.replace(agency, before, fresh));
  }

  /**
   * Writes the ZIP after {@link #begins}. What breaks it off leaves a ZIP that says so and has no
   * manifest.
   *
   * @throws IOException whoever asked is gone
   */
  public void write(Taking taking, OutputStream out) throws IOException {
    AgencyId agency = taking.agency();
    Standing end = Standing.BROKEN;
    try (Archive archive = new Archive(out, json)) {
      try {
        write(taking, archive);
        end = Standing.WHOLE;
      } catch (UncheckedIOException gone) {
        throw gone.getCause();
      } catch (RuntimeException bug) {
        LOG.error("records were not taken out whole", bug);
        archive.text("途中で終わりました.txt", "この持ち出しは途中で失敗しました。このZIPは使わず、もう一度持ち出してください。\r\n");
      }
    } finally {
      Standing standing = end;
      latest.computeIfPresent(agency, (_, progress) -> progress.ended(standing));
    }
  }

  private void write(Taking taking, Archive archive) {
    AgencyId agency = taking.agency();
    Instant from = clock.instant();
    archive.text("はじめに.txt", explained());
    tables.write(agency, archive);
    CaseFolder.Left[] left = {CaseFolder.Left.NOTHING};
    tables.eachCase(
        agency,
        view -> {
          left[0] = left[0].and(folder.write(taking, view, archive));
          latest.computeIfPresent(agency, (_, progress) -> progress.oneMore());
        });
    tables.accesses(agency, archive);
    archive.json(
        "manifest.json",
        new Manifest(
            Manifest.FORMAT,
            properties.network(),
            agency,
            taking.reader().id(),
            from,
            clock.instant(),
            Manifest.counts(archive),
            left[0]));
  }

  /** What each file is, for who reads it without this program. */
  static String explained() {
    try (InputStream text = Takeouts.class.getResourceAsStream("takeout.txt")) {
      if (text == null) {
        throw new IllegalStateException("takeout.txt is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
    } catch (IOException impossible) {
      throw new UncheckedIOException("the class path cannot be read", impossible);
    }
  }
}
