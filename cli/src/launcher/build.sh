# Builds Segue into cli/target/app; sourced by ./segue once JAVA_HOME is set. Needs $root and $app.

. "$root/web/node.sh"

# True if a source is newer than the app. Folders count too: they change when a file is deleted.
is_stale() {
  [ ! -e "$app/built" ] && return 0
  # Built without the page, and Node is there by now.
  [ -e "$app/no-page" ] && node_fits && return 0
  [ -n "$(find "$root"/pom.xml "$root"/{core,audio,library,engine,server,cli}/pom.xml \
    "$root"/{core,audio,library,engine,server,cli}/src/main "$root"/cli/src/launcher \
    "$root"/web/{src,public,index.html,package-lock.json,vite.config.ts} -newer "$app/built" -print 2>/dev/null | head -n 1)" ]
}

# One build at a time: the folder is the lock, and holds the id of the process that has it.
build() {
  local lock=$root/cli/target/.building said='' holder
  mkdir -p "$root/cli/target"
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    [ -n "$said" ] || { echo "Another process is building Segue; waiting for it…" >&2; said=1; }
    sleep 1
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$root/cli/target/.building"' EXIT
  if is_stale; then compile && assemble || return 1; fi
  rm -rf "$lock"
  trap - EXIT
}

compile() {
  if ! command -v mvn >/dev/null; then
    echo "segue: Maven is needed to build and was not found; install it (package 'maven', or https://maven.apache.org)." >&2
    return 1
  fi
  if [ -e "$app/built" ]; then echo "Building Segue (sources have changed)…" >&2
  else echo "Building Segue (first time: a minute or two)…" >&2; fi
  touch "$root/cli/target/.started"
  if ! mvn -q -B -f "$root/pom.xml" -pl cli -am -Dmaven.test.skip=true package >"$root/cli/target/build.log" 2>&1; then
    grep -m 12 -E '^\[(ERROR|WARNING)\] /.*\.java' "$root/cli/target/build.log" >&2 ||
      grep -m 5 ERROR "$root/cli/target/build.log" >&2 || tail -n 5 "$root/cli/target/build.log" >&2
    echo "segue: the build failed; all of it is in $root/cli/target/build.log" >&2
    return 1
  fi
  # All else that Maven said is of no use when all went well.
  grep -h '^The web page' "$root/cli/target/build.log" >&2 || true
}

# Jars, the database's native library beside them (unpacked once instead of at every start), and the
# AOT caches that shorten the start.
assemble() {
  local new=$root/cli/target/app.new jar=$JAVA_HOME/bin/jar duckdb
  rm -rf "$new" && mkdir -p "$new/lib" "$new/native" || return 1
  cp "$root"/cli/target/lib/*.jar "$root"/cli/target/cli-*.jar "$new/lib/" || return 1
  duckdb=$(echo "$new"/lib/duckdb_jdbc-*.jar)
  native_library "$duckdb" "$new" "$jar"
  rm -rf "$app" && mv "$new" "$app" || return 1
  rehearse quick
  rehearse vector --add-modules=jdk.incubator.vector
  [ -e "$root/server/target/classes/web/index.html" ] || node_fits || touch "$app/no-page"
  # The time of the sources that were compiled: what changed meanwhile is built next time.
  touch -r "$root/cli/target/.started" "$app/built"
}

native_library() {
  local from to
  case $(uname -sm) in
    'Linux x86_64') from=linux_amd64 to=libduckdb_java.so ;;
    'Linux aarch64') from=linux_arm64 to=libduckdb_java.so ;;
    'Darwin arm64') from=macos_arm64 to=libduckdb_java.dylib ;;
    *) return 0 ;; # The jar unpacks it at every start then.
  esac
  mkdir "$2/slim" && (cd "$2/slim" && "$3" xf "$1") || return 1
  if [ -e "$2/slim/libduckdb_java.so_$from" ]; then
    mv "$2/slim/libduckdb_java.so_$from" "$2/native/$to"
    rm -f "$2"/slim/libduckdb_java.so_*
    (cd "$2/slim" && "$3" --create --file "$1" --no-compress --no-manifest .)
  fi
  rm -rf "$2/slim"
}

# Runs the usual commands once to record an AOT cache. Without one everything works, more slowly.
rehearse() {
  local name=$1 work=$app/rehearsal
  shift
  mkdir -p "$work"
  "$JAVA_HOME/bin/java" "$@" "${always[@]}" -XX:AOTCacheOutput="$app/$name.aot" \
    -cp "$(class_path)" segue.cli.Rehearsal "$work" >"$app/$name.log" 2>&1 || rm -f "$app/$name.aot"
  rm -rf "$work"
}
