package org.diestra.platform.dav;

import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not done: a status, and the condition of the protocol that did not hold. It is
 * thrown by the engine and by branches, and takes the transaction back with it.
 */
public final class DavFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient @Nullable QName condition;
  private final transient Xml detail;

  /**
   * @param status of HTTP, 400–507
   */
  public DavFault(int status) {
    this(status, null);
  }

  /**
   * @param condition what did not hold (RFC 4918, section 16), or null where none has a name
   */
  public DavFault(int status, @Nullable QName condition) {
    this(status, condition, Xml.nothing());
  }

  /**
   * @param detail what stands within the condition, such as the address it is about
   */
  public DavFault(int status, @Nullable QName condition, Xml detail) {
    super("status " + status, null, false, false);
    this.status = status;
    this.condition = condition;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public @Nullable QName condition() {
    return condition;
  }

  Xml detail() {
    return detail;
  }
}
