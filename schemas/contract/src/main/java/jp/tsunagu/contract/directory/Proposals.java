package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies may be the right ones (つなぎ先の候補): by field, area and office hours, and by nothing
 * else – neither by what they have to do nor by how fast they answer. The one place for every page
 * that proposes.
 */
public final class Proposals {

  private static final Comparator<Proposal> MOST_FITTING_FIRST =
      Comparator.comparing(Proposal::isGeneral)
          .thenComparing(proposal -> -proposal.fields().size())
          .thenComparing(proposal -> !proposal.isOfArea())
          .thenComparing(proposal -> proposal.agency().agencyId());

  private final NetworkDirectory directory;
  private final Instant now;

  /** Proposals from this directory at this moment. */
  public Proposals(NetworkDirectory directory, Instant now) {
    this.directory = directory;
    this.now = now;
  }

  /**
   * The agencies that take part by a connector, are there for one of the fields and work in the
   * area; the most fitting first. The desk is never among them: it is where everything can go.
   *
   * @param area none where nobody knows it yet: then only who works everywhere
   * @param without who is not to be offered: who asks, and whoever is excluded (除外). Nothing tells
   *     that they were left out
   */
  public List<Proposal> of(Set<Field> fields, @Nullable AreaId area, Set<AgencyId> without) {
    return directory.agencies().stream()
        .filter(agency -> agency.participation() == Participation.CONNECTOR)
        .filter(agency -> !agency.isDesk() && !without.contains(agency.agencyId()))
        .filter(agency -> agency.work().areas().isEmpty() || isOf(agency, area))
        .map(agency -> proposal(agency, fields))
        .filter(proposal -> !proposal.fields().isEmpty())
        .sorted(MOST_FITTING_FIRST)
        .toList();
  }

  private static boolean isOf(Agency agency, @Nullable AreaId area) {
    return area != null && agency.work().areas().contains(area);
  }

  private Proposal proposal(Agency agency, Set<Field> wanted) {
    OfficeCalendar offices = directory.officeCalendar();
    boolean isOpen = offices.isOpen(now);
    Set<Field> own = fieldsOf(agency);
    return new Proposal(
        agency,
        wanted.stream().filter(own::contains).collect(Collectors.toUnmodifiableSet()),
        agency.kind() == AgencyKind.SOCIAL_WELFARE_COUNCIL,
        !agency.work().areas().isEmpty(),
        isOpen,
        isOpen ? offices.closing(TokyoTime.dateOf(now)) : offices.openingAfter(now));
  }

  /**
   * For which fields (分野) an agency is there: by its kind, and where the kind says nothing of it by
   * the field it is counted under. Who is counted under その他 is there for none in particular.
   */
  public static Set<Field> fieldsOf(Agency agency) {
    return switch (agency.kind()) {
      case COMMUNITY_SUPPORT -> Set.of(Field.ELDERLY_CARE);
      case DISABILITY_CONSULTATION -> Set.of(Field.DISABILITY);
      case CHILD_AND_FAMILY -> Set.of(Field.CHILDREN);
      case POVERTY_COUNTER -> Set.of(Field.POVERTY);
      case SOCIAL_WELFARE_COUNCIL -> EnumSet.allOf(Field.class);
      case COORDINATION_DESK -> Set.of();
      case DEPARTMENT, OTHER -> counted(agency.work().statisticsField());
    };
  }

  private static Set<Field> counted(StatisticsField field) {
    return switch (field) {
      case HEALTH -> Set.of(Field.OTHER);
      case POVERTY -> Set.of(Field.POVERTY);
      case DISABILITY -> Set.of(Field.DISABILITY);
      case ELDERLY -> Set.of(Field.ELDERLY_CARE);
      case CHILDREN -> Set.of(Field.CHILDREN);
      case OTHER -> Set.of();
    };
  }
}
