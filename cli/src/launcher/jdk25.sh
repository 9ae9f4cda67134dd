# Finds JDK 25 and sets JAVA_HOME; sourced by ./segue and ./dev. A JDK tells its version in its file
# `release`, so no Java is started to ask.

is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line
  while IFS= read -r line; do
    case $line in JAVA_VERSION=\"25 | JAVA_VERSION=\"25[.\"+-]*) return 0 ;; esac
  done <"$1/release"
  return 1
}

find_jdk25() {
  local home java
  if [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; then
    return 0
  fi
  if java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null); then
    home=${java%/bin/java}
    if is_jdk25 "$home"; then
      export JAVA_HOME=$home
      return 0
    fi
  fi
  for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /opt/* /opt/*/Contents/Home /usr/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk25 "$home"; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  echo "segue: JDK 25 is needed and was not found; install it (for instance Temurin 25 from https://adoptium.net) or set JAVA_HOME to where it is." >&2
  return 1
}
