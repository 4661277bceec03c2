package org.diestra.office.caldav;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Held;
import org.diestra.office.calendar.Objects;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Node;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;

/**
 * An event or a task in a calendar. One that is masked can't be written over: a program that wrote
 * back what it was shown would wipe out the words.
 */
record Leaf(Viewer viewer, Calendar calendar, Held held, Objects objects) implements Node {
  @Override
  public UUID id() {
    return held.id().value();
  }

  @Override
  public String name() {
    return held.name();
  }

  @Override
  public boolean collection() {
    return false;
  }

  @Override
  public Instant created() {
    return held.madeAt();
  }

  @Override
  public Instant modified() {
    return held.changedAt();
  }

  @Override
  public @Nullable String etag() {
    return held.etag().isEmpty() ? null : '"' + held.etag() + '"';
  }

  @Override
  public String scheduleTag() {
    return '"' + held.tag() + '"';
  }

  @Override
  public Map<QName, Xml> properties() {
    return Map.of(Names.SCHEDULE_TAG, Xml.text(scheduleTag()));
  }

  @Override
  public long size() {
    return masked() ? objects.masked(viewer, held).length : held.size();
  }

  @Override
  public String mediaType() {
    return "text/calendar;charset=utf-8;component=" + held.kind().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean noted() {
    return !masked();
  }

  boolean masked() {
    return held.mask() != null;
  }

  @Override
  public List<QName> privileges() {
    boolean writes = calendar.writes() && !masked();
    var all = new ArrayList<>(writes ? Dav.WRITES : Dav.READS);
    all.add(Names.READ_FREE_BUSY);
    return all;
  }
}
