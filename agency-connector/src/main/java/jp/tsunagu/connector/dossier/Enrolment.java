package jp.tsunagu.connector.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What confirms the signing key of an agency without a person's call (加入の確認): agencies of one
 * process confirm one another, because its database says what their keys are; the first key of
 * another is confirmed by its file in the enrolment folder.
 */
@Component
public final class Enrolment {

  private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);
  private static final long LARGEST_FILE = 1_000;

  private final @Nullable Path folder;
  private final HostedAgencies agencies;
  private final Databases databases;
  private final SigningKeys signingKeys;

  Enrolment(
      ConnectorProperties properties,
      HostedAgencies agencies,
      Databases databases,
      SigningKeys signingKeys) {
    this.folder = properties.connector().enrolment();
    this.agencies = agencies;
    this.databases = databases;
    this.signingKeys = signingKeys;
  }

  /** The signing key of an agency that this process hosts. */
  Optional<SigningKey> hosted(AgencyId agency) {
    return agencies.find(agency).flatMap(_ -> signingKeys.current(databases.of(agency)));
  }

  /** The one of these signing keys that the agency's file names. */
  Optional<SigningKey> first(AgencyKeys announced) {
    return enrolled(announced.agencyId())
        .flatMap(
            fingerprint ->
                announced.signingKeys().stream()
                    .filter(key -> Fingerprint.of(key.publicKey()).equals(fingerprint))
                    .findFirst());
  }

  private Optional<Fingerprint> enrolled(AgencyId agency) {
    if (folder == null) {
      return Optional.empty();
    }
    Path file = file(folder, agency);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE
          ? Fingerprint.read(Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("the enrolment of {} cannot be read: {}", agency, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Puts the fingerprint of a hosted agency where others look for it. */
  public void tell(AgencyId agency, SigningKey key) {
    Fingerprint fingerprint = Fingerprint.of(key.publicKey());
    if (folder == null || enrolled(agency).filter(fingerprint::equals).isPresent()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, agency.value(), ".new");
      Files.writeString(fresh, fingerprint.grouped() + "\n");
      Files.move(
          fresh,
          file(folder, agency),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the fingerprint cannot be written to tsunagu.connector.enrolment", e);
    }
  }

  private static Path file(Path folder, AgencyId agency) {
    return folder.resolve(agency + ".fingerprint");
  }
}
