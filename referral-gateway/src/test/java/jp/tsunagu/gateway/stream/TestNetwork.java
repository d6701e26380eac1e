package jp.tsunagu.gateway.stream;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.testing.CityFile;

/** The small city of the tests. */
final class TestNetwork {
  static final AgencyId HOKATSU = new AgencyId("hokatsu");
  static final AgencyId SHOGAI = new AgencyId("shogai");
  static final AgencyId KONKYU = new AgencyId("konkyu");
  static final AgencyId DESK = new AgencyId("desk");

  private TestNetwork() {}

  static NetworkConfiguration configuration() {
    return CityFile.configuration(new NetworkId("city"));
  }
}
