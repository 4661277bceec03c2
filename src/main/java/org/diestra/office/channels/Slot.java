package org.diestra.office.channels;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A time of the week at which something is usually published, on the workspace's clock. */
public record Slot(DayOfWeek day, LocalTime time) implements Comparable<Slot> {
  @Override
  public int compareTo(Slot other) {
    int days = day.compareTo(other.day);
    return days != 0 ? days : time.compareTo(other.time);
  }
}
