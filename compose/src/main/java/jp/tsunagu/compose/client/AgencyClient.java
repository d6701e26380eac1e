package jp.tsunagu.compose.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.id.AgencyId;

/** What an agency's own system does through its connector. Safe for many threads. */
public final class AgencyClient {
  private static final String WAIT = "?wait=10";

  private final AgencyId agency;
  private final ServiceClient service;

  /** The client of an agency of the sample city. */
  public AgencyClient(HttpClient http, URI connector, AgencyId agency) {
    this.agency = agency;
    this.service =
        new ServiceClient(
            http,
            URI.create(connector + "/agencies/" + agency + "/api"),
            SampleCity.tokenOf(agency));
  }

  /** Whom it acts for. */
  public AgencyId agency() {
    return agency;
  }

  /** Its service, for what has no method here. */
  public ServiceClient service() {
    return service;
  }

  /** Registers a つなぐシート and waits up to 10 s for the network's decision. */
  public Reply register(String sheet) {
    return post("/consultations", sheet);
  }

  /** Sends a known case to another agency. */
  public Reply refer(String form) {
    return post("/referrals", form);
  }

  /** Registers a つなぐシート and does not wait for the network's decision. */
  public Reply submitSheet(String sheet) {
    return service.post("/consultations", sheet, Map.of("Idempotency-Key", newKey()));
  }

  /** Sends a known case to another agency and does not wait for the network's decision. */
  public Reply submit(String form) {
    return service.post("/referrals", form, Map.of("Idempotency-Key", newKey()));
  }

  /**
   * Does something with a referral in whatever state it is.
   *
   * @param action such as {@code accept}
   */
  public Reply act(String referralId, String action, String form) {
    return service.post(
        "/referrals/" + referralId + "/" + action + WAIT,
        form,
        Map.of("Idempotency-Key", newKey(), "If-Match", "*"));
  }

  /** A referral with its dossiers. */
  public Reply referral(String referralId) {
    return service.get("/referrals/" + referralId);
  }

  private Reply post(String path, String form) {
    return service.post(path + WAIT, form, Map.of("Idempotency-Key", newKey()));
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
