// Tempo and key by Queen Mary's DSP library, joined as Mixxx joins them: complex-domain onsets every
// 512 samples, TempoTrackV2, the longest stretch of steady beats, a round figure where the beats
// allow it; the key that GetKeyMode names for longest.
//
// Usage: queenmary FILE... > predictions.csv      (decodes with ffmpeg; needs it in the path)

#include <qm-dsp/dsp/keydetection/GetKeyMode.h>
#include <qm-dsp/dsp/onsets/DetectionFunction.h>
#include <qm-dsp/dsp/tempotracking/TempoTrackV2.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

static const int RATE = 44100;
static const int STEP = 512;
static const double PHASE_ERROR = 0.025;

static std::vector<double> decode(const std::string& path) {
    std::string command = "ffmpeg -nostdin -v error -i '" + path + "' -f f32le -ac 1 -ar 44100 -";
    FILE* pipe = popen(command.c_str(), "r");
    std::vector<double> samples;
    std::vector<float> block(65536);
    size_t read;
    while ((read = fread(block.data(), sizeof(float), block.size(), pipe)) > 0) {
        samples.insert(samples.end(), block.begin(), block.begin() + read);
    }
    pclose(pipe);
    return samples;
}

static std::vector<double> beats(const std::vector<double>& samples) {
    DFConfig config = {STEP, 2 * STEP, DF_COMPLEXSD, 3, false, -1, -1};
    DetectionFunction detection(config);
    std::vector<double> curve;
    for (size_t at = 0; at + 2 * STEP <= samples.size(); at += STEP) {
        curve.push_back(detection.processTimeDomain(&samples[at]));
    }
    size_t used = curve.size();
    while (used > 0 && curve[used - 1] <= 0) used--;
    std::vector<double> onsets;
    std::vector<double> periods;
    for (size_t i = 2; i < used; i++) {
        onsets.push_back(curve[i]);
        periods.push_back(0);
    }
    std::vector<double> tempi, places;
    if (onsets.size() < 100) return places;
    TempoTrackV2 tracker(RATE, STEP);
    tracker.calculateBeatPeriod(onsets, periods, tempi);
    tracker.calculateBeats(onsets, periods, places);
    for (double& place : places) place = (place + 2) * STEP / RATE;
    return places;
}

static bool steady(const std::vector<double>& b, size_t left, size_t right) {
    double length = (b[right] - b[left]) / (right - left);
    int outliers = 0;
    double sum = 0;
    for (size_t i = left + 1; i <= right; i++) {
        double error = b[left] + (i - left) * length - b[i];
        sum += error;
        if (std::fabs(error) > PHASE_ERROR && (++outliers > 1 || i == left + 1)) return false;
        if (std::fabs(sum) > 4 * PHASE_ERROR) return false;
    }
    if (right <= left + 2) return true;
    double border = b[left + 1] - b[left] + b[right] - b[right - 1] - 2 * length;
    return std::fabs(border) < PHASE_ERROR / 2;
}

static double roundedBpm(double seconds, size_t count) {
    double bpm = 60 * count / seconds;
    double low = 60 * count / (seconds + PHASE_ERROR), high = 60 * count / (seconds - PHASE_ERROR);
    for (double parts : {1.0, bpm < 85 ? 2.0 : bpm > 127 ? 1.5 : 1.0, 12.0}) {
        double round = std::round(bpm * parts) / parts;
        if (round > low && round < high) return round;
    }
    return bpm;
}

static double tempo(const std::vector<double>& b) {
    double best = 0, bpm = 0;
    size_t left = 0;
    while (b.size() > 2 && left + 1 < b.size()) {
        size_t right = b.size() - 1;
        while (right > left + 1 && !steady(b, left, right)) right--;
        if (b[right] - b[left] > best) {
            best = b[right] - b[left];
            bpm = roundedBpm(best, right - left);
        }
        left = right;
    }
    return bpm;
}

static std::string key(std::vector<double>& samples) {
    GetKeyMode finder(RATE, 440, 10, 10);
    std::map<int, int> times;
    size_t block = finder.getBlockSize(), hop = finder.getHopSize();
    for (size_t at = 0; at + block <= samples.size(); at += hop) {
        times[finder.process(&samples[at])]++;
    }
    int best = 0;
    for (auto& each : times) {
        if (each.first > 0 && (best == 0 || each.second > times[best])) best = each.first;
    }
    static const char* names[] = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    if (best == 0) return "";
    return std::string(names[(best - 1) % 12]) + (best > 12 ? "m" : "");
}

int main(int count, char** paths) {
    double seconds = 0;
    printf("file,bpm,key\n");
    for (int i = 1; i < count; i++) {
        std::string path = paths[i];
        std::vector<double> samples = decode(path);
        seconds += samples.size() / (double) RATE;
        double bpm = tempo(beats(samples));
        printf("%s,%.4f,%s\n", path.substr(path.rfind('/') + 1).c_str(), bpm, key(samples).c_str());
        fflush(stdout);
    }
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double cpu = usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec;
    fprintf(stderr, "%.1f CPU seconds for %.0f seconds of audio, decoding excluded\n", cpu, seconds);
}
