package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.id.AgencyId;

/**
 * A city's network as its network.yaml describes it.
 *
 * @param settings what is published for all
 * @param agencies who takes part, in the order of the file
 * @param meetings how the city meets
 * @param flow what the steps of 多機関協働 wait for
 * @param forms what the city changes of the forms of a case, and its own
 * @param places where in the file the ids of agencies stand
 */
public record NetworkConfiguration(
    NetworkSettings settings,
    List<Agency> agencies,
    MeetingConfiguration meetings,
    CaseFlow flow,
    List<CityForm> forms,
    Map<AgencyId, PlaceInFile> places) {

  /** Keeps unmodifiable copies. */
  public NetworkConfiguration {
    agencies = List.copyOf(agencies);
    forms = List.copyOf(forms);
    places = Map.copyOf(places);
  }

  /** Where in the file this agency's id stands; its beginning for one that does not. */
  public PlaceInFile placeOf(AgencyId id) {
    return places.getOrDefault(id, new PlaceInFile("network.yaml", 1, "agencies"));
  }

  /** The agency with this id, if it takes part. */
  public Optional<Agency> agency(AgencyId id) {
    return agencies.stream().filter(agency -> agency.agencyId().equals(id)).findFirst();
  }

  /** Those with topics of their own; for the others (紙・電話) an organiser records. */
  public List<Agency> agenciesWithConnector() {
    return agencies.stream()
        .filter(agency -> agency.participation() == Participation.CONNECTOR)
        .toList();
  }

  /** Everything of it that stands on the directory topic. */
  public List<DirectoryRecord> records() {
    List<DirectoryRecord> records = new ArrayList<>();
    records.add(settings);
    records.addAll(agencies);
    records.add(meetings.settings());
    records.addAll(meetings.bodies());
    records.addAll(meetings.contacts());
    records.add(meetings.holidays());
    records.add(flow);
    records.addAll(forms);
    return List.copyOf(records);
  }
}
