package org.diestra.platform.data;

import java.util.Collection;

/**
 * The condition that a column holds one of some ids. PostgreSQL plans {@code = any} for ten of them
 * at least, and as that looks dearer than for the single one that most pages ask for, it plans anew
 * at each call, which takes longer than to read the row. For one id this says so.
 */
public final class Among {
  private Among() {}

  /**
   * @param column of type {@code uuid}
   * @param parameter as the statement names it, such as {@code :people}: an array of {@code uuid}
   * @param ids those that the parameter will hold
   */
  public static String of(String column, String parameter, Collection<?> ids) {
    return ids.size() == 1
        ? "%s = (cast(%s as uuid[]))[1]".formatted(column, parameter)
        : "%s = any(%s)".formatted(column, parameter);
  }
}
